"""Archives of articles: scanned into tables once, then asked. Needs the extras `dask` and `query`."""

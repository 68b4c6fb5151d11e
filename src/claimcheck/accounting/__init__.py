"""Which claims somebody has accounted for, and which an editor still has to answer for."""

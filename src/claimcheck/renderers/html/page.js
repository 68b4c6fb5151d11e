"use strict";
(() => {
  const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));
  const at = (id) => document.getElementById(id);
  const cards = all(".card");
  const marks = all(".text a").map((mark) => ({ mark, numbers: mark.dataset.c.split(" ") }));
  const buttons = all(".tags button");
  const choices = all("select[data-by]");
  const words = at("words");
  const dialog = at("help");
  const narrow = matchMedia("(max-width: 60rem)");
  const texts = cards.map((card) => card.textContent.toLowerCase());
  const inside = (card, selector) => all(selector, card).map((element) => element.textContent);
  const facts = cards.map((card) => ({
    tag: buttons.map((button) => button.dataset.tag).filter((tag) => card.classList.contains(tag)),
    kind: inside(card, "h4 i"), speaker: inside(card, "h4 cite"), finding: inside(card, ".finding code"),
  }));
  let current = null;

  for (const { mark, numbers } of marks) {
    if (!mark.querySelector("sup:not(.cite)")) mark.tabIndex = -1; // one stop for each run of marks
    mark.title = numbers.map((number) => {
      const head = cards[number - 1].querySelector("h4");
      return number + " " + inside(head, "b") + ": " + inside(head, "span");
    }).join("\n");
  }

  document.documentElement.classList.add("js");
  at("filters").hidden = false;

  const bar = at("filters");
  new ResizeObserver(() => {
    const height = getComputedStyle(bar).position === "sticky" ? bar.offsetHeight : 0;
    document.documentElement.style.setProperty("--bar", height + "px");
  }).observe(bar);

  // --- one claim ---
  const number = (card) => String(cards.indexOf(card) + 1);
  const rests = (card) => marks.filter(({ numbers }) => numbers.includes(number(card))).map(({ mark }) => mark);
  function close() {
    if (!current) return;
    current.classList.remove("open", "sheet");
    current.querySelector("h4 a").removeAttribute("aria-current");
    for (const { mark } of marks) mark.classList.remove("on");
    current = null;
  }
  // `from` is where the reader is: in the text, in the list of claims, or neither (a key, a deep link).
  function open(card, from) {
    close();
    current = card;
    card.hidden = false;
    card.classList.add("open");
    card.classList.toggle("sheet", narrow.matches && from !== "list");
    card.querySelector("h4 a").setAttribute("aria-current", "true");
    for (const mark of rests(card)) mark.classList.add("on");
    const sheet = card.classList.contains("sheet");
    const [first] = rests(card);
    if (first && (sheet || (from !== "text" && !narrow.matches))) first.scrollIntoView({ block: sheet ? "start" : "center" });
    if (!narrow.matches) {
      const panel = card.closest(".panel");
      panel.scrollTop += card.getBoundingClientRect().top - panel.getBoundingClientRect().top - 16;
    }
  }
  function address(card) {
    const hash = card ? "#" + card.id : location.pathname + location.search;
    try { history.replaceState(null, "", hash); } catch { if (card) location.hash = card.id; }
  }
  function follow() {
    const card = at(location.hash.slice(1));
    if (card && card.classList.contains("card")) open(card);
  }
  function step(by) {
    const shown = cards.filter((card) => !card.hidden);
    if (!shown.length) return;
    const here = shown.indexOf(current);
    const card = shown[here < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.min(shown.length - 1, Math.max(0, here + by))];
    open(card);
    address(card);
    if (!card.classList.contains("sheet")) card.querySelector("h4 a").focus({ preventScroll: true });
  }

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest("a[href^='#']");
    if (!link) return;
    const mark = marks.find((each) => each.mark === link);
    let card = at(link.hash.slice(1));
    if (mark) {
      // Clicking the same words again leads through all claims that rest on them.
      const here = mark.numbers.map((number) => cards[number - 1]).filter((each) => !each.hidden);
      if (!here.length) return event.preventDefault();
      const seen = here.indexOf(current);
      if (seen >= 0) card = here[(seen + 1) % here.length];
      else if (!here.includes(card)) card = here[0];
    }
    if (!card || !card.classList.contains("card")) return;
    event.preventDefault();
    const inList = link.closest("h4");
    if (inList && card === current && !card.classList.contains("sheet")) {
      close();
      address(null);
      return;
    }
    open(card, mark ? "text" : inList ? "list" : undefined);
    address(card);
  });
  addEventListener("hashchange", follow);

  for (const card of cards) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sheet-close";
    button.textContent = "\u00d7";
    button.setAttribute("aria-label", "Close");
    button.addEventListener("click", () => { close(); address(null); });
    card.prepend(button);
  }

  // --- filters ---
  const pressed = () => buttons.filter((button) => button.getAttribute("aria-pressed") === "true").map((b) => b.dataset.tag);
  function fits(index, but) {
    const tags = pressed();
    if (but !== "tag" && tags.length && !tags.some((tag) => facts[index].tag.includes(tag))) return false;
    for (const choice of choices) {
      const by = choice.dataset.by;
      if (choice.value && by !== but && !facts[index][by].includes(choice.value)) return false;
    }
    return words.value.toLowerCase().split(/\s+/).every((word) => texts[index].includes(word));
  }
  // How many claims a choice would show together with the other choices.
  function count(by, value) {
    return facts.filter((own, index) => own[by].includes(value) && fits(index, by)).length;
  }
  function filter() {
    const shown = new Set();
    cards.forEach((card, index) => {
      card.hidden = !fits(index);
      if (!card.hidden) shown.add(number(card));
    });
    for (const { mark, numbers } of marks) mark.classList.toggle("off", !numbers.some((number) => shown.has(number)));
    for (const button of buttons) button.querySelector("b").textContent = count("tag", button.dataset.tag);
    for (const choice of choices) {
      for (const option of choice.options) {
        if (option.value) option.textContent = option.value + " (" + count(choice.dataset.by, option.value) + ")";
      }
    }
    at("shown").textContent = shown.size === cards.length ? cards.length + " claims" : shown.size + " of " + cards.length + " claims";
    if (current && current.hidden) close();
  }
  function clear() {
    words.value = "";
    for (const button of buttons) button.setAttribute("aria-pressed", "false");
    for (const choice of choices) choice.value = "";
    filter();
  }
  for (const button of buttons) {
    button.addEventListener("click", () => {
      button.setAttribute("aria-pressed", button.getAttribute("aria-pressed") !== "true");
      filter();
    });
  }
  for (const choice of choices) choice.addEventListener("change", filter);
  words.addEventListener("input", filter);
  at("filters").addEventListener("submit", (event) => event.preventDefault());
  at("clear").addEventListener("click", clear);
  at("keys").addEventListener("click", () => dialog.showModal());
  at("close").addEventListener("click", () => dialog.close());

  // --- keys ---
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || dialog.open) return;
    const typing = event.target.closest("input, select, textarea");
    if (event.key === "Escape") {
      if (typing) typing.blur();
      else if (current) { close(); address(null); }
      else clear();
      return;
    }
    if (typing || !at("keys-on").checked) return;
    const keys = {
      j: () => step(1), ArrowRight: () => step(1), k: () => step(-1), ArrowLeft: () => step(-1),
      "/": () => { words.focus(); words.select(); }, "?": () => dialog.showModal(),
    };
    if (Object.hasOwn(keys, event.key)) {
      event.preventDefault();
      keys[event.key]();
    }
  });

  filter();
  follow();
  addEventListener("load", () => setTimeout(follow)); // the browser, too, goes where the link leads, but only there
})();

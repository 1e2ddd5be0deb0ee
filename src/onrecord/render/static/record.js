// Lights a row's words when the row is pointed at or focused, and the other way round.
// The page reads without this file: rows and words are plain links to each other.
"use strict";
(() => {
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const report = document.getElementById("report"), record = document.getElementById("record");
  const peek = document.getElementById("peek"), spoken = document.getElementById("spoken");
  const narrow = matchMedia("(max-width: 60rem)"), still = matchMedia("(prefers-reduced-motion: reduce)");
  const own = ["content", "figure", "event"];
  const wordsOf = new Map();   // row id -> [[element, part], ...]
  const rowsOf = new Map();    // element -> [row id, ...], the innermost first
  let pinned = null, origin = null, timer = 0;

  for (const element of all(".w", report)) {
    const ids = [];
    for (const pair of element.dataset.rows.trim().split(/\s+/)) {
      const cut = pair.lastIndexOf(":"), id = pair.slice(0, cut), part = pair.slice(cut + 1);
      if (!wordsOf.has(id)) wordsOf.set(id, []);
      wordsOf.get(id).push([element, part]);
      if (!ids.includes(id)) ids.push(id);
    }
    rowsOf.set(element, ids);
  }

  const isShown = (element) => element.getClientRects().length > 0;
  const rowOf = (id) => document.getElementById(id);
  const firstWords = (id) => ((wordsOf.get(id) || []).find(([, part]) => own.includes(part)) || [null])[0];
  const shownRows = (element) => (rowsOf.get(element) || []).map(rowOf).filter((row) => row && (isShown(row) || narrow.matches));

  function clear() {
    for (const element of all(".lit")) element.classList.remove("lit", ...Array.from(element.classList).filter((name) => name.startsWith("lit-")));
    for (const row of all("[aria-current]", record)) row.removeAttribute("aria-current");
  }

  function light(rows) {
    clear();
    for (const row of rows) row.classList.add("lit");
    if (!rows.length) return;
    rows[0].setAttribute("aria-current", "true");
    for (const [element, part] of wordsOf.get(rows[0].id) || []) element.classList.add("lit", "lit-" + part);
  }

  function show(element, block = "nearest") {
    if (element) element.scrollIntoView({ block, inline: "nearest", behavior: still.matches ? "auto" : "smooth" });
  }

  // pointing never moves what is already in sight
  function reveal(element, block) {
    const box = element && element.getBoundingClientRect();
    const frame = element && record.contains(element) ? record.getBoundingClientRect() : { top: 0, bottom: innerHeight };
    const margin = 64;
    if (box && (box.top < frame.top + margin || box.bottom > frame.bottom - 16)) show(element, block);
  }

  function rest() {
    clearTimeout(timer);
    light(pinned || []);
  }

  function say(row) {
    spoken.textContent = row ? row.querySelector(".head").textContent.replace(/\s+/g, " ").trim() : "";
  }

  // a row was asked for: keep it lit, and bring its words into sight
  function fromRow(row, { move = true } = {}) {
    pinned = [row];
    light(pinned);
    if (move) reveal(firstWords(row.id), "center");
  }

  // words were asked for: keep their rows lit, and bring the innermost into sight
  function fromWords(element) {
    const rows = shownRows(element);
    if (!rows.length) return;
    pinned = rows;
    light(rows);
    say(rows[0]);
    if (narrow.matches) openPeek(rows);
    else show(rows[0]);
  }

  function openPeek(rows) {
    const copies = rows.map((row) => {
      const copy = row.cloneNode(true);
      for (const marked of [copy, ...all("[id]", copy)]) marked.removeAttribute("id");
      copy.dataset.row = row.id;
      for (const link of all("a.ref", copy)) { link.href = "#" + row.id; link.tabIndex = 0; link.removeAttribute("aria-label"); }
      return copy;
    });
    peek.querySelector("ol").replaceChildren(...copies);
    peek.hidden = false;
    peek.scrollTop = 0;
  }

  function letGo() {
    const back = origin;
    pinned = origin = null;
    peek.hidden = true;
    say(null);
    rest();
    return back;
  }

  // pointer
  record.addEventListener("mouseover", (event) => {
    const row = event.target.closest(".row");
    if (!row || row.classList.contains("lit") && !pinned) return;
    clearTimeout(timer);
    light([row]);
    if (!narrow.matches) timer = setTimeout(() => reveal(firstWords(row.id), "center"), 350);
  });
  report.addEventListener("mouseover", (event) => {
    const element = event.target.closest(".w");
    if (!element) return rest();
    const rows = shownRows(element);
    if (!rows.length) return;
    clearTimeout(timer);
    light(rows);
    if (!narrow.matches) timer = setTimeout(() => reveal(rows[0], "nearest"), 150);
  });
  for (const side of [record, report]) side.addEventListener("mouseleave", rest);

  document.addEventListener("click", (event) => {
    if (event.target.closest(".close")) { const back = letGo(); if (back) back.focus(); return; }
    const words = event.target.closest("#report .w"), row = event.target.closest("#record .row");
    if (words) { event.preventDefault(); origin = words; fromWords(words); return; }
    if (row && !event.target.closest("summary")) {
      if (event.target.closest("a.ref")) event.preventDefault();
      origin = row.querySelector("a.go");
      if (!String(getSelection())) fromRow(row);
      return;
    }
    const ref = event.target.closest("a.ref");
    if (ref) {
      const target = document.querySelector(ref.hash ? "#" + CSS.escape(decodeURIComponent(ref.hash.slice(1))) : null);
      if (target && target.matches(".row")) { event.preventDefault(); peek.hidden = true; show(target, "center"); fromRow(target, { move: !narrow.matches }); target.querySelector("a.go").focus({ preventScroll: true }); }
      return;
    }
    if (!event.target.closest("a, button, label, summary, .peek") && !String(getSelection())) letGo();
  });

  // keyboard: one tab stop for the words, one for the rows; arrows move inside, Enter crosses over, Escape comes back
  const stops = { words: () => all("a.w", report).filter(isMarked), rows: () => all(".row a.go", record).filter(isShown) };
  const hidden = { content: "show-claims", figure: "show-figures", event: "show-events" };
  function isMarked(element) {
    return own.some((part) => element.classList.contains(part) && document.getElementById(hidden[part]).checked);
  }

  function rove(list, to) {
    for (const element of list) element.tabIndex = element === to ? 0 : -1;
  }

  function reset() {
    for (const element of all("a.w", report)) element.tabIndex = -1;
    for (const element of all(".row a.go", record)) element.tabIndex = -1;
    for (const name of ["words", "rows"]) { const list = stops[name](); if (list.length) list[0].tabIndex = 0; }
  }

  const keys = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      const back = letGo();
      if (back && isShown(back)) { back.focus(); origin = null; }
      return;
    }
    const inWords = event.target.matches("a.w"), inRows = event.target.matches("#record .row a.go");
    if (!inWords && !inRows || event.ctrlKey || event.metaKey || event.altKey) return;
    const list = inWords ? stops.words() : stops.rows(), at = list.indexOf(event.target);
    let to = null;
    if (event.key in keys) to = list[at + keys[event.key]];
    else if (event.key === "Home") to = list[0];
    else if (event.key === "End") to = list[list.length - 1];
    else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      cross(event.target, inWords);
      return;
    } else return;
    event.preventDefault();
    if (!to) return;
    rove(list, to);
    to.focus({ preventScroll: true });
    show(inRows ? to.closest(".row") : to);
  });

  function cross(from, inWords) {
    if (inWords) {
      const rows = shownRows(from);
      if (!rows.length) return;
      const to = rows[0].querySelector("a.go");
      rove(stops.rows(), to);
      to.focus({ preventScroll: true });
      show(rows[0]);
    } else {
      const words = firstWords(from.closest(".row").id);
      if (!words) return;
      if (words.matches("a")) rove(stops.words(), words);
      else words.tabIndex = -1;
      words.focus({ preventScroll: true });
      show(words, "center");
    }
    origin = from;
  }

  document.addEventListener("focusin", (event) => {
    if (!event.target.matches(":focus-visible")) return;
    const row = event.target.closest("#record .row");
    if (row) { fromRow(row); return; }
    if (event.target.matches("#report .w")) {
      const rows = shownRows(event.target);
      pinned = rows;
      light(rows);
      say(rows[0]);
      if (!narrow.matches) show(rows[0]);
    }
  });

  for (const box of all(".filters input")) box.addEventListener("change", () => { letGo(); reset(); });
  reset();
})();

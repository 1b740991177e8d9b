"use strict";
// Sorts and searches what is on the page; makes no markup but the buttons of the head, and loads nothing.
(() => {
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const form = document.querySelector(".filters");
  const count = form.querySelector("output");
  const list = document.querySelector("#list");
  const langs = all("[name=lang]");
  const inWords = (zh, en) => ({ zh, en })[root.dataset.lang] ?? `${zh} · ${en}`;
  const fold = (text) => text.normalize("NFKC").toLowerCase();
  root.classList.add("on");

  // the language ---------------------------------------------------------------------------------------------------
  const speak = () => {
    const lang = langs.find((one) => one.checked).value;
    if (lang === "both") delete root.dataset.lang;
    else root.dataset.lang = lang;
    root.lang = lang === "zh" ? "zh" : "en";
    sift();
  };

  // search: every word must stand in the row, or in the head of its table -------------------------------------------
  const rows = all("tbody tr").map((el) => {
    const part = el.closest(".found");
    return { el, part, text: fold(`${part?.querySelector("h2").textContent ?? ""} ${el.textContent}`) };
  });
  const sift = () => {
    const words = fold(form.elements.q.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      row.el.hidden = !words.every((word) => row.text.includes(word));
      if (!row.el.hidden) shown += 1;
    }
    for (const part of all(".found")) part.hidden = !part.querySelector("tbody tr:not([hidden])");
    count.textContent = words.length ? inWords(`${shown}/${rows.length}行`, `${shown} of ${rows.length} rows`) : "";
  };

  // order ----------------------------------------------------------------------------------------------------------
  const sortBy = (head, index) => {
    const down = head.getAttribute("aria-sort") === "ascending";
    for (const other of all("thead th", list)) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const number = head.classList.contains("n");
    const lang = root.dataset.lang === "en" ? "en" : "zh";
    const key = (row) => {
      const cell = row.cells[index];
      const text = (cell.querySelector(`[lang=${lang}]`) ?? cell).textContent.trim();
      return number ? Number(text || -1) : text;
    };
    const order = new Intl.Collator(lang, { numeric: true });
    const keyed = [...list.tBodies[0].rows].map((row, at) => ({ row, at, key: key(row) }));
    keyed.sort((a, b) => ((number ? a.key - b.key : order.compare(a.key, b.key)) || a.at - b.at) * (down ? -1 : 1));
    list.tBodies[0].append(...keyed.map(({ row }) => row));
  };
  if (list) {
    all("thead th", list).forEach((head, index) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => sortBy(head, index));
    });
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", sift);
  for (const one of langs) one.addEventListener("change", speak);
  speak();
})();

"use strict";
// Leads from the brief to its source and back, and filters what is on the page; makes no markup and loads nothing.
(() => {
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const form = document.querySelector(".filters");
  const count = form.querySelector("output");
  const aside = document.querySelector("#source");
  const beside = form.elements.beside;
  const langs = all("[name=lang]");
  const rows = all(".one");
  const words = (el, name) => (el.dataset[name] || "").split(" ").filter(Boolean);
  const inWords = (zh, en) => ({ zh, en })[root.dataset.lang] ?? `${zh} · ${en}`;
  const phone = matchMedia("(max-width: 900px)");
  root.classList.add("on");

  // the language ---------------------------------------------------------------------------------------------------
  const speak = () => {
    const lang = langs.find((one) => one.checked).value;
    if (lang === "both") delete root.dataset.lang;
    else root.dataset.lang = lang;
    root.lang = lang === "zh" ? "zh" : "en";
    for (const option of all("option[data-zh]")) {
      const { zh, en } = option.dataset;
      option.textContent = lang === "both" && zh !== en ? `${zh} ${en}` : option.dataset[lang] || zh;
    }
    tell();
  };

  // filters --------------------------------------------------------------------------------------------------------
  const asked = () => all("select", form).map((one) => one.value).filter(Boolean);
  const tell = () => {
    const items = rows.filter((row) => row.matches(".told"));
    const shown = items.filter((row) => !row.hidden).length;
    count.textContent = asked().length ? inWords(`${shown}/${items.length}条`, `${shown} of ${items.length} items`) : "";
  };
  const sift = () => {
    const wanted = asked();
    for (const row of rows) row.hidden = !wanted.every((word) => words(row, "is").includes(word));
    for (const box of all(".group, .filtered")) box.hidden = !box.querySelector(".one:not([hidden])");
    tell();
  };

  // the source -----------------------------------------------------------------------------------------------------
  const place = () => root.classList.toggle("alone", !beside.checked);
  const open = () => {
    if (!beside.checked) { beside.checked = true; place(); }
    root.classList.toggle("sheet", phone.matches);
  };
  const shut = () => { root.classList.remove("sheet"); };
  const clear = () => { for (const one of all(".lit")) one.classList.remove("lit"); };
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const reveal = (el, block) => el?.scrollIntoView({ block, behavior: calm.matches ? "auto" : "smooth" });
  const light = (els) => { for (const el of els) el.classList.add("lit"); };

  // what an item or a figure rests on
  const show = (row) => {
    clear();
    const names = words(row, "i");
    const amounts = words(row, "f");
    const found = all(".text [data-i]").filter((s) => words(s, "i").some((name) => names.includes(name)));
    const inked = all(".text [data-f]").filter((s) => words(s, "f").some((name) => amounts.includes(name)));
    light([row, ...found, ...inked, ...inked.map((one) => one.closest(".s")).filter(Boolean)]);
    open();
    reveal(found[0] ?? inked[0], phone.matches ? "start" : "center");
  };
  // what tells a sentence
  const back = (sentence) => {
    clear();
    const names = words(sentence, "i");
    const told = rows.filter((row) => words(row, "i").some((name) => names.includes(name)));
    const same = all(".text [data-i]").filter((s) => s.dataset.i === sentence.dataset.i);
    light([...told, ...same]);
    for (const row of told) if (row.hidden) { form.reset(); speak(); sift(); }
    if (phone.matches) shut();
    reveal(told[0], "center");
    told[0]?.querySelector(".tag")?.focus({ preventScroll: true });
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    const sentence = event.target.closest("a.s");
    const row = event.target.closest(".told, tr.one");
    if (sentence) { event.preventDefault(); back(sentence); return; }
    if (link && !link.matches(".tag")) {
      const goal = document.getElementById(link.hash.slice(1));
      if (goal?.matches(".told, tr.one")) { event.preventDefault(); show(goal); reveal(goal, "center"); goal.querySelector(".tag")?.focus({ preventScroll: true }); }
      return;
    }
    if (row && !String(getSelection())) { event.preventDefault(); show(row); }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    clear();
    shut();
  });
  aside.querySelector(".close").addEventListener("click", shut);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { place(); sift(); }));
  form.addEventListener("input", (event) => {
    if (event.target === beside) { place(); root.classList.toggle("sheet", beside.checked && phone.matches); } else sift();
  });
  for (const one of langs) one.addEventListener("change", speak);
  place();
  speak();
  sift();
  const named = document.getElementById(location.hash.slice(1));
  if (named?.matches(".told, tr.one")) show(named);
})();

"use strict";
// Chooses the language and which outcomes are shown; makes no markup and loads nothing.
(() => {
  const root = document.documentElement;
  const all = (selector) => [...document.querySelectorAll(selector)];
  root.classList.add("on");
  const speak = () => {
    const lang = all("[name=lang]").find((one) => one.checked).value;
    if (lang === "both") delete root.dataset.lang;
    else root.dataset.lang = lang;
    root.lang = lang === "zh" ? "zh" : "en";
  };
  const sift = () => {
    for (const box of all("[name=outcome]")) document.querySelector(`main > .${box.value}`).hidden = !box.checked;
  };
  for (const one of all("[name=lang]")) one.addEventListener("change", speak);
  for (const one of all("[name=outcome]")) one.addEventListener("change", sift);
  speak();
  sift();
})();

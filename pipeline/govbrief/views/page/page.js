"use strict";
// Filters what is on the page and keeps the choice in the address; makes no markup and loads nothing.
(() => {
  const root = document.documentElement;
  const form = document.querySelector(".filters");
  const [report, set, kind, q] = ["report", "set", "kind", "q"].map((name) => form.elements[name]);
  const ticks = [...form.querySelectorAll("[name=only]")];
  const langs = [...document.querySelectorAll("[name=lang]")];
  const lists = [...document.querySelectorAll(".list")].map((el) => ({ el, rows: [...el.querySelectorAll("li")], all: false }));
  const FIRST = 6; // regressions of a set that are listed before "show all"

  const inWords = (zh, en) => ({ zh, en })[root.dataset.lang] ?? `${zh} · ${en}`;
  const fold = (text) => text.normalize("NFKC").toLowerCase();
  const texts = new Map(); // what a search looks at, gathered when it is first needed
  const textOf = (el) => {
    if (!texts.has(el)) texts.set(el, fold([...el.querySelectorAll(".x")].map((x) => x.textContent).join("\n")));
    return texts.get(el);
  };
  const pairs = [...document.querySelectorAll(".pair")].map((el) => ({
    el,
    report: el.closest(".report").dataset.report,
    set: el.closest(".board").dataset.set,
    kinds: el.dataset.kind.split(" "),
    is: el.dataset.is.split(" "),
  }));
  const byId = new Map(pairs.map((pair) => [pair.el.id, pair]));

  // what is asked for ---------------------------------------------------------------------------------------------
  const asked = () => ({
    report: report.value, set: set.value, kind: kind.value, q: q.value.trim(),
    only: ticks.filter((tick) => tick.checked).map((tick) => tick.value),
    lang: langs.find((lang) => lang.checked).value,
  });
  const ask = (wanted) => {
    for (const [field, value] of [[report, wanted.report], [set, wanted.set], [kind, wanted.kind]]) {
      field.value = value || "";
      if (field.selectedIndex < 0) field.value = "";
    }
    q.value = wanted.q || "";
    for (const tick of ticks) tick.checked = (wanted.only || []).includes(tick.value);
    const lang = langs.find((one) => one.value === wanted.lang) || langs[0];
    lang.checked = true;
  };
  const fromHash = () => {
    const hash = location.hash.slice(1);
    if (!hash.includes("=")) return { at: decodeURIComponent(hash) };
    const words = new URLSearchParams(hash);
    return { ...Object.fromEntries(words), only: (words.get("only") || "").split(",") };
  };
  const toHash = (state, at) => {
    const words = new URLSearchParams();
    for (const name of ["report", "set", "kind", "q"]) if (state[name]) words.set(name, state[name]);
    if (state.only.length) words.set("only", state.only.join(","));
    if (state.lang !== "both") words.set("lang", state.lang);
    if (at) words.set("at", at);
    return words.size ? "#" + words : location.pathname + location.search;
  };

  // showing it ----------------------------------------------------------------------------------------------------
  const apply = () => {
    const state = asked();
    if (state.lang === "both") delete root.dataset.lang;
    else root.dataset.lang = state.lang;
    const words = fold(state.q).split(/\s+/).filter(Boolean);
    const found = new Map();
    const holds = (el) => {
      if (!found.has(el)) found.set(el, words.every((word) => textOf(el).includes(word)));
      return found.get(el);
    };
    // `but` is the one filter left out: the counts beside its choices say what each of them would show
    const passes = (pair, but) =>
      (but === "report" || !state.report || pair.report === state.report) &&
      (but === "set" || !state.set || pair.set === state.set) &&
      (but === "kind" || !state.kind || pair.kinds.includes(state.kind)) &&
      state.only.every((flag) => flag === but || pair.is.includes(flag)) &&
      holds(pair.el);

    let shown = 0;
    for (const pair of pairs) {
      pair.el.hidden = !passes(pair);
      shown += !pair.el.hidden;
    }
    const filtered = Boolean(state.report || state.set || state.kind || state.only.length || words.length);
    for (const part of document.querySelectorAll(".part")) part.hidden = !part.querySelector(".pair:not([hidden])");
    for (const board of document.querySelectorAll(".board")) showBoard(board, state, filtered, words);
    for (const one of document.querySelectorAll(".report")) one.hidden = !one.querySelector(".board:not([hidden])");
    document.querySelector(".none").hidden = Boolean(document.querySelector(".report:not([hidden])"));
    for (const list of lists) showList(list, state, holds);
    count("report", report, (pair, value) => pair.report === value, passes);
    count("set", set, (pair, value) => pair.set === value, passes);
    count("kind", kind, (pair, value) => pair.kinds.includes(value), passes);
    for (const tick of ticks) {
      const number = pairs.filter((pair) => passes(pair, tick.value) && pair.is.includes(tick.value)).length;
      tick.parentElement.querySelector(".n").textContent = number;
    }
    const told = inWords(`显示 ${shown} / ${pairs.length} 对`, `${shown} of ${pairs.length} pairs shown`);
    form.querySelector(".status").textContent = told;
    const live = form.querySelector("[role=status]");
    if (live.textContent !== told) live.textContent = told;
  };
  const showBoard = (board, state, filtered, words) => {
    const all = board.querySelectorAll(".pair").length;
    const some = board.querySelectorAll(".pair:not([hidden])").length;
    const here = (!state.report || board.closest(".report").dataset.report === state.report) && (!state.set || board.dataset.set === state.set);
    const missing = board.querySelector(":scope > .missing");
    board.hidden = missing ? !(here && !state.kind && !words.length) : filtered && !some;
    board.querySelector(".shown").textContent = some < all ? `${some} / ${all}` : "";
  };
  const showList = (list, state, holds) => {
    const inSet = !state.set || list.el.dataset.set === state.set;
    const fits = list.rows.filter((row) => {
      const pair = byId.get(row.dataset.pair);
      const passed = pair ? !pair.el.hidden : !state.kind && (!state.report || row.dataset.report === state.report) && holds(row);
      row.hidden = !(inSet && passed);
      return !row.hidden;
    });
    if (!list.all) for (const row of fits.slice(FIRST)) row.hidden = true;
    list.el.hidden = !fits.length;
    list.el.querySelector(".n").textContent = fits.length < list.rows.length ? `${fits.length} / ${list.rows.length}` : fits.length;
    const more = list.el.querySelector(".more");
    more.hidden = fits.length <= FIRST;
    more.textContent = list.all
      ? inWords(`只看前 ${FIRST} 项`, `First ${FIRST} only`)
      : inWords(`全部 ${fits.length} 项`, `Show all ${fits.length}`);
    more.setAttribute("aria-expanded", list.all);
  };
  const count = (name, field, fits, passes) => {
    const open = pairs.filter((pair) => passes(pair, name));
    for (const option of field.options) {
      option.dataset.label ??= option.textContent;
      const number = option.value ? open.filter((pair) => fits(pair, option.value)).length : open.length;
      option.textContent = `${option.dataset.label} (${number})`;
    }
  };

  // going there ---------------------------------------------------------------------------------------------------
  const go = (id) => {
    const target = id && document.getElementById(id);
    if (!target) return;
    if (target.closest("[hidden]")) {
      ask({ lang: asked().lang });
      apply();
    }
    for (let el = target; el; el = el.parentElement) if (el.localName === "details") el.open = true;
    target.scrollIntoView({ block: "start" });
    if (!target.hasAttribute("tabindex")) target.setAttribute("tabindex", "-1");
    target.focus({ preventScroll: true });
  };
  const restore = () => {
    const wanted = fromHash();
    ask(wanted);
    apply();
    go(wanted.at);
  };

  let waiting = 0;
  const changed = () => {
    apply();
    // browsers refuse an address that changes with every key
    clearTimeout(waiting);
    waiting = setTimeout(() => history.replaceState(null, "", toHash(asked())), 200);
  };
  form.addEventListener("input", changed);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    ask({ lang: asked().lang });
    changed();
  });
  for (const lang of langs) lang.addEventListener("change", changed);
  for (const list of lists) {
    list.el.querySelector(".more").addEventListener("click", () => {
      list.all = !list.all;
      apply();
    });
  }
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="#"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const id = decodeURIComponent(link.hash.slice(1));
    go(id);
    history.pushState(null, "", toHash(asked(), id));
  });
  addEventListener("popstate", restore);
  addEventListener("beforeprint", () => {
    for (const list of lists) list.all = true;
    apply();
  });

  root.classList.add("on");
  for (const long of document.querySelectorAll(".fold:has(li:nth-child(7))")) long.open = false;
  const narrow = matchMedia("(max-width: 44rem)");
  const fit = () => { form.querySelector("details").open = !narrow.matches; };
  narrow.addEventListener("change", fit);
  fit();
  restore();
})();

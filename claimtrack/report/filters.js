"use strict";
// Until they are counted, rows behind the first table body take no part in the layout.
document.documentElement.classList.add("counting");
document.addEventListener("DOMContentLoaded", () => {
  const byId = (id) => document.getElementById(id);
  const form = byId("filters"), typed = byId("filter-text"), count = byId("count");
  const more = byId("more-line"), printed = byId("printed");
  const bodies = [...byId("claim-table").tBodies];
  const rows = bodies.flatMap((body) => [...body.rows]);
  const AT_ONCE = bodies[0].rows.length;
  const lists = [...form.querySelectorAll("[data-usual]")].map((list) => ({
    usual: `${list.dataset.usual} `,
    rest: [...list.options].map((option) => ` ${option.value} `)
      .filter((word) => word.trim() && word.trim() !== list.dataset.usual),
  }));
  // A row names only what is not usual of it; its first link leads to its article.
  const home = (row) => byId(row.cells[2].querySelector("a").hash.slice(1)).closest("article").id;
  const keys = rows.map((row) => lists.reduce(
    (key, list) => (list.rest.some((word) => key.includes(word)) ? key : key + list.usual),
    ` ${row.dataset.k || ""} ${home(row)} `,
  ));
  const articles = form.elements.article;
  if (articles) {
    for (const head of document.querySelectorAll("#articles [id^=a] > h3")) {
      articles.add(new Option(head.textContent, head.parentNode.id));
    }
  }
  const told = (n) => n.toLocaleString(document.documentElement.lang);
  const fold = (text) =>
    text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/ß/g, "ss");
  const texts = [];
  const read = (goesOn) => {
    while (texts.length < rows.length && goesOn()) texts.push(fold(rows[texts.length].textContent));
  };
  const readIdly = (idle) => {
    read(() => idle.timeRemaining() > 2);
    if (texts.length < rows.length) requestIdleCallback(readIdly);
  };
  let room = AT_ONCE;

  const fill = (place, n) => {
    place.textContent = place.dataset.text
      .replace("{n}", told(n)).replace("{all}", told(rows.length));
  };

  const show = () => {
    const chosen = [...form.querySelectorAll("select, #filter-disputed:checked")]
      .filter((field) => field.value).map((field) => ` ${field.value} `);
    const words = fold(typed.value).split(/\s+/).filter(Boolean);
    if (words.length) read(() => true);
    let matching = 0;
    rows.forEach((row, at) => {
      const fits = chosen.every((word) => keys[at].includes(word)) &&
        words.every((word) => texts[at].includes(word));
      matching += fits;
      const hidden = !fits || matching > room;
      if (row.hidden !== hidden) row.hidden = hidden;
    });
    const shown = Math.min(matching, room);
    more.hidden = shown === matching;
    printed.hidden = shown === rows.length;
    fill(count, matching);
    fill(printed, shown);
  };

  const anew = () => { room = AT_ONCE; show(); };

  const follow = () => {
    document.querySelectorAll(".lit").forEach((mark) => mark.classList.remove("lit"));
    const target = byId(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    const row = target.closest("tr");
    if (row?.hidden) {
      form.reset();
      room = Math.max(AT_ONCE, rows.indexOf(row) + 1);
      show();
    }
    document.querySelectorAll(`[data-of="${CSS.escape(target.id)}"]`)
      .forEach((mark) => mark.classList.add("lit"));
    target.scrollIntoView();
  };

  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", anew);
  form.addEventListener("reset", () => { room = AT_ONCE; setTimeout(show); });
  byId("more").addEventListener("click", () => { room += AT_ONCE; show(); });
  window.addEventListener("hashchange", follow);
  show();
  document.documentElement.classList.remove("counting");
  follow();
  window.requestIdleCallback?.(readIdly);
});

"use strict";
(() => {
  const all = (selector) => Array.from(document.querySelectorAll(selector));
  const list = document.querySelector("nav");
  const entries = all(".f");
  const marks = new Map();
  for (const mark of all("g[data-f]")) {
    const id = mark.dataset.f;
    marks.set(id, (marks.get(id) || []).concat(mark));
  }
  let lit = [];

  function light(id) {
    lit.forEach((element) => element.classList.remove("on"));
    lit = id === null ? [] : [entries[id]].concat(marks.get(id) || []);
    lit.forEach((element) => element.classList.add("on"));
  }

  /* Moves the list alone: the page under the pointer stays where it is. */
  function showInList(entry) {
    const top = entry.offsetTop - list.offsetTop;
    if (top < list.scrollTop) {
      list.scrollTop = top;
    } else if (top + entry.offsetHeight > list.scrollTop + list.clientHeight) {
      list.scrollTop = top + entry.offsetHeight - list.clientHeight;
    }
  }

  function goToMark(id) {
    const mark = (marks.get(id) || [])[0];
    if (mark) {
      mark.scrollIntoView({ block: "center" });
      mark.focus({ preventScroll: true });
      light(id);
    }
  }

  function idOf(event) {
    const element = event.target.closest("[data-f]");
    return element === null ? null : element.dataset.f;
  }

  function step(entry, key) {
    const shown = entries.filter((other) => other.offsetParent !== null);
    const at = shown.indexOf(entry);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: shown.length - 1 }[key];
    if (shown[next]) {
      shown[next].focus();
    }
  }

  document.addEventListener("pointerover", (event) => {
    const id = idOf(event);
    if (id !== null) {
      light(id);
      if (event.target.closest("g")) {
        showInList(entries[id]);
      }
    }
  });
  document.addEventListener("pointerout", (event) => {
    if (idOf(event) !== null) {
      const focused = document.activeElement.closest("[data-f]");
      light(focused === null ? null : focused.dataset.f);
    }
  });
  document.addEventListener("focusin", (event) => {
    const id = idOf(event);
    if (id !== null) {
      light(id);
    }
  });
  document.addEventListener("click", (event) => {
    const id = idOf(event);
    if (id !== null) {
      if (event.target.closest("g")) {
        showInList(entries[id]);
        entries[id].focus({ preventScroll: true });
      } else {
        goToMark(id);
      }
    }
  });
  document.addEventListener("keydown", (event) => {
    const element = event.target.closest("[data-f]");
    if (element === null) {
      return;
    }
    const isMark = element.matches("g");
    if (isMark && (event.key === "Escape" || event.key === "Enter")) {
      entries[element.dataset.f].focus();
    } else if (!isMark && ["ArrowDown", "ArrowUp", "Home", "End"].includes(event.key)) {
      step(element, event.key);
    } else if (!isMark && event.key === "Escape") {
      element.blur();
      light(null);
    } else {
      return;
    }
    event.preventDefault();
  });
  all("[data-kind]").forEach((box) =>
    box.addEventListener("change", () =>
      all('[data-k="' + box.dataset.kind + '"]').forEach((element) =>
        element.classList.toggle("off", !box.checked))));

  const theme = document.getElementById("theme");
  const root = document.documentElement;
  function showTheme(isDark) {
    theme.textContent = isDark ? "Light" : "Dark";
    theme.setAttribute("aria-pressed", String(isDark));
  }
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
  theme.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    showTheme(isDark());
  });
  system.addEventListener("change", () => showTheme(isDark()));
  showTheme(isDark());
})();

/* Progressive things only: every page works without this file.
   Markup it looks for: [data-search], form[data-keep], [data-confirm], textarea, [data-drop], [data-close-outside]. */
(() => {
  "use strict";

  const isTyping = (element) => element.closest("input, textarea, select, [contenteditable]");

  /* “/” goes to the search box; Esc leaves it and closes an open menu. */
  document.addEventListener("keydown", (event) => {
    const search = document.querySelector("[data-search]");
    if (event.key === "/" && search && !isTyping(event.target) && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      search.focus();
      search.select();
    }
    if (event.key === "Escape") {
      if (event.target === search) search.blur();
      closeMenus(null);
    }
  });

  const closeMenus = (except) => {
    document.querySelectorAll("details[data-close-outside][open]").forEach((menu) => {
      if (menu !== except) menu.open = false;
    });
  };
  document.addEventListener("click", (event) => closeMenus(event.target.closest("details[data-close-outside]")));

  /* A grave act asks once more, in its own words; the answer goes on with the same button. */
  const dialog = document.getElementById("confirm");
  const ask = (button) => {
    dialog.querySelector("[data-confirm-title]").textContent = button.dataset.confirmTitle || "请确认";
    dialog.querySelector("[data-confirm-text]").textContent = button.dataset.confirm;
    dialog.querySelector("[data-confirm-go]").textContent = button.dataset.confirmGo || button.textContent.trim();
    dialog.returnValue = "";
    dialog.showModal();
    dialog.addEventListener("close", () => {
      if (dialog.returnValue !== "go") return button.focus();
      button.dataset.confirmed = "yes";
      button.click();
      delete button.dataset.confirmed;
    }, { once: true });
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-confirm]");
    if (!button || button.dataset.confirmed || !dialog || !dialog.showModal) return;
    if (button.form && !button.formNoValidate && !button.form.reportValidity()) return event.preventDefault();
    event.preventDefault();
    event.stopImmediatePropagation();
    ask(button);
  }, true);

  /* While a form is on its way its buttons rest; nothing typed is touched. Coming back wakes them. */
  const rest = (form, resting) => {
    form.querySelectorAll("button, input[type=submit]").forEach((button) => {
      button.toggleAttribute("aria-busy", false);
      if (resting) button.setAttribute("aria-busy", "true");
      if (button.dataset.busy && resting) {
        button.dataset.idle ||= button.textContent;
        button.textContent = button.dataset.busy;
      } else if (button.dataset.idle) {
        button.textContent = button.dataset.idle;
      }
    });
    form.toggleAttribute("data-sending", resting);
  };
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method === "dialog" || form.method === "get") return;
    if (form.hasAttribute("data-sending")) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    changed.delete(form);
    setTimeout(() => rest(form, true));
    setTimeout(() => rest(form, false), 20000);
  }, true);
  window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sending]").forEach((form) => rest(form, false)));
  document.addEventListener("htmx:finally:request", () => {
    document.querySelectorAll("form[data-sending]").forEach((form) => rest(form, false));
  });

  /* Leaving a form with unsaved words asks first (form[data-keep]). */
  const changed = new Set();
  document.addEventListener("input", (event) => {
    const form = event.target.form;
    if (form && form.hasAttribute("data-keep")) changed.add(form);
  });
  window.addEventListener("beforeunload", (event) => {
    if ([...changed].some((form) => form.isConnected)) event.preventDefault();
  });

  /* Text areas grow with their text. */
  const grow = (area) => {
    if (CSS.supports("field-sizing", "content")) return;
    area.rows = Math.min(40, Math.max(3, area.value.split("\n").reduce((sum, line) => sum + 1 + Math.floor(line.length / 44), 1)));
  };
  document.addEventListener("input", (event) => { if (event.target.matches("textarea")) grow(event.target); });

  /* The drop zone: the file input does the work; dragging fills it, the list says what was taken. */
  const size = (bytes) => bytes < 1048576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1048576).toFixed(1)} MB`;
  const listChosen = (zone) => {
    const list = zone.querySelector("[data-chosen]");
    const input = zone.querySelector("input[type=file]");
    const limit = Number(zone.dataset.limitMb || 0) * 1048576;
    list.replaceChildren(...[...input.files].map((file) => {
      const row = document.createElement("li");
      row.textContent = `${file.name}　${size(file.size)}`;
      if (limit && file.size > limit) {
        const tag = document.createElement("span");
        tag.className = "tag red";
        tag.textContent = `超过 ${zone.dataset.limitMb} MB，请拆分后上传`;
        row.append("　", tag);
      }
      return row;
    }));
  };
  document.addEventListener("change", (event) => {
    const zone = event.target.closest("[data-drop]");
    if (zone) listChosen(zone);
  });
  ["dragover", "dragleave", "drop"].forEach((name) => document.addEventListener(name, (event) => {
    const zone = event.target.closest && event.target.closest("[data-drop]");
    if (!zone) return;
    event.preventDefault();
    zone.classList.toggle("over", name === "dragover");
    if (name === "drop" && event.dataTransfer.files.length) {
      zone.querySelector("input[type=file]").files = event.dataTransfer.files;
      listChosen(zone);
    }
  }));

  /* Printing is a button only where it works. */
  const start = (root) => {
    root.querySelectorAll("textarea").forEach(grow);
    root.querySelectorAll("[data-print]").forEach((button) => { button.hidden = false; });
    const first = root.querySelector("[data-problems]");
    if (first) first.focus();
  };
  document.addEventListener("click", (event) => { if (event.target.closest("[data-print]")) window.print(); });
  document.addEventListener("htmx:after:swap", () => start(document));

  /* A request that failed on the way says so, and says what to do. */
  const failed = document.getElementById("request-failed");
  document.addEventListener("htmx:error", () => { if (failed) failed.hidden = false; });
  document.addEventListener("htmx:response:error", () => { if (failed) failed.hidden = false; });
  document.addEventListener("htmx:before:request", () => { if (failed) failed.hidden = true; });

  start(document);
})();

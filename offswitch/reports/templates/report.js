"use strict";
(() => {
  const table = document.getElementById("all");
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const value = (row, column, kind) => {
    const cell = row.cells[column];
    return kind === "number" ? Number(cell.dataset.value) : cell.textContent.trim().toLocaleLowerCase();
  };

  const sort = (header) => {
    const kind = header.dataset.sort;
    const column = header.cellIndex;
    const first = kind === "number" && column === 4 ? "descending" : "ascending";
    const other = first === "ascending" ? "descending" : "ascending";
    const order = header.getAttribute("aria-sort") === first ? other : first;
    for (const h of table.tHead.rows[0].cells) h.removeAttribute("aria-sort");
    header.setAttribute("aria-sort", order);
    const sign = order === "ascending" ? 1 : -1;
    rows.sort((a, b) => {
      const [x, y] = [value(a, column, kind), value(b, column, kind)];
      return sign * (kind === "number" ? x - y : x.localeCompare(y));
    });
    body.append(...rows);
  };

  for (const header of table.tHead.rows[0].cells) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...header.childNodes);
    button.addEventListener("click", () => sort(header));
    header.append(button);
  }

  const [words, purpose, found, shown] = ["words", "purpose", "found", "shown"].map((id) => document.getElementById(id));
  const texts = new Map(rows.map((row) => [row, row.textContent.toLocaleLowerCase()]));
  const filter = () => {
    const wanted = words.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const row of rows) {
      row.hidden = !(
        wanted.every((word) => texts.get(row).includes(word)) &&
        (!purpose.value || row.dataset.purpose === purpose.value) &&
        (!found.checked || row.dataset.found !== "0")
      );
      count += row.hidden ? 0 : 1;
    }
    shown.textContent = `${count} of ${rows.length} controls`;
  };
  for (const field of [words, purpose, found]) field.addEventListener("input", filter);
  document.querySelector(".filter").hidden = false;
  filter();

  const frames = [...document.querySelectorAll(".frame")];
  const hint = () => {
    for (const frame of frames) {
      frame.parentElement.querySelector(".slide").hidden = frame.scrollWidth <= frame.clientWidth + 1;
    }
  };
  hint();
  addEventListener("resize", hint);
  for (const frame of frames) {
    if (frame.dataset.mark) frame.scrollLeft = frame.dataset.mark * frame.scrollWidth - frame.clientWidth / 2;
  }

  const opened = [];
  addEventListener("beforeprint", () => {
    for (const part of document.querySelectorAll("details:not([open])")) {
      part.open = true;
      opened.push(part);
    }
  });
  addEventListener("afterprint", () => {
    for (const part of opened.splice(0)) part.open = false;
  });
})();

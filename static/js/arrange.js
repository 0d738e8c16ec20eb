// Putting things in order: each item moves by its buttons, by Alt and an arrow, or by dragging its handle.
// Without this the places are chosen from lists.

const UP = '<svg viewBox="0 0 20 20" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.75"><path d="M4 12.500l6-6 6 6"/></svg>';
const DOWN = '<svg viewBox="0 0 20 20" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.75"><path d="M4 7.500l6 6 6-6"/></svg>';

function button(words, drawing, act) {
  const made = document.createElement("button");
  Object.assign(made, { type: "button", className: "move", innerHTML: drawing });
  made.setAttribute("aria-label", words);
  made.addEventListener("click", act);
  return made;
}

/** Turns the lists of a question's places into rows that move. */
export function arrange(main) {
  const old = main.querySelector(".places-to-give");
  const form = main.querySelector("form");
  const list = document.createElement("ol");
  list.className = "order";
  main.querySelector("legend").textContent = "Put these in order, the first on top";

  const settle = () => {
    [...list.children].forEach((each, place) => {
      each.querySelector("input").name = `response-${place}`;
      each.querySelector(".place").textContent = place + 1;
      each.querySelector(".move").disabled = place === 0;
      each.querySelector(".move:last-of-type").disabled = place === list.children.length - 1;
    });
  };
  const touch = () => form.dispatchEvent(new Event("input", { bubbles: true }));

  const move = (row, step, focused) => {
    const other = step < 0 ? row.previousElementSibling : row.nextElementSibling;
    if (!other) return;
    if (step < 0) other.before(row);
    else other.after(row);
    settle();
    touch();
    const place = [...list.children].indexOf(row) + 1;
    const wanted = focused?.disabled ? row.querySelector(".move:not(:disabled)") : focused;
    wanted?.focus();
    said.textContent = `${row.querySelector(".said").textContent}: place ${place} of ${list.children.length}`;
  };

  const rows = [...old.querySelectorAll("li")].map((item) => {
    const row = document.createElement("li");
    const label = item.querySelector("label");
    const words = document.createElement("span");
    words.className = "said";
    words.dir = "auto";
    words.innerHTML = label.innerHTML;
    const name = words.textContent;
    const field = Object.assign(document.createElement("input"), { type: "hidden", value: item.querySelector("select").dataset.item });
    const place = Object.assign(document.createElement("b"), { className: "place" });
    place.setAttribute("aria-hidden", "true");
    const up = button(`Move ${name} up`, UP, () => move(row, -1, up));
    const down = button(`Move ${name} down`, DOWN, () => move(row, 1, down));
    row.append(place, words, up, down, field);
    row.addEventListener("keydown", (event) => {
      const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (!event.altKey || !step) return;
      event.preventDefault();
      move(row, step, event.target);
    });
    return { row, chosen: Number(item.querySelector("select").value) || 99 };
  });
  rows.sort((one, other) => one.chosen - other.chosen);
  list.append(...rows.map(({ row }) => row));
  const said = Object.assign(document.createElement("p"), { className: "out-of-sight" });
  said.setAttribute("aria-live", "polite");
  makeDraggable(list, () => {
    settle();
    touch();
  });
  old.replaceWith(list, said);
  settle();
}

/** Lets a row follow the pointer, and take the place of the row that it is drawn over. */
function makeDraggable(list, moved) {
  let row = null;
  list.addEventListener("pointerdown", (event) => {
    if (event.target.closest("button") || event.button) return;
    row = event.target.closest("li");
    row?.classList.add("dragged");
    list.setPointerCapture(event.pointerId); // not the row, which would lose it by moving
  });
  list.addEventListener("pointermove", (event) => {
    const under = [...list.children].find((each) => {
      const { top, bottom } = each.getBoundingClientRect();
      return event.clientY > top && event.clientY < bottom;
    });
    if (!row || !under || under === row) return;
    if (row.compareDocumentPosition(under) & Node.DOCUMENT_POSITION_PRECEDING) under.before(row);
    else under.after(row);
    moved();
  });
  for (const name of ["pointerup", "pointercancel"]) {
    list.addEventListener(name, () => {
      row?.classList.remove("dragged");
      row = null;
    });
  }
}

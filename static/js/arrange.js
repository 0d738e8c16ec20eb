// Putting things in order: each item moves by its buttons, by Alt and an arrow, or by dragging it.
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

/**
 * Turns the lists of places of a question into rows that move; the lists, hidden, still hold the places that are sent.
 * Where a question may stay open, no places are given until something is moved, or the order is taken as it stands.
 */
export function arrange(question, { mayStayOpen = false } = {}) {
  const old = question.querySelector(".places-to-give");
  const list = document.createElement("ol");
  const said = Object.assign(document.createElement("p"), { className: "out-of-sight" });
  const asItStands = Object.assign(document.createElement("button"), { type: "button", className: "quiet" });
  let isGiven = !mayStayOpen || [...old.querySelectorAll("select")].every((each) => each.value);
  list.className = "order";
  said.setAttribute("aria-live", "polite");
  question.querySelector("legend, .above").textContent = "Put these in order, the first on top";

  const settle = () => {
    [...list.children].forEach((row, place) => {
      row.querySelector("select").value = isGiven ? place + 1 : "";
      row.querySelector(".place").textContent = isGiven ? place + 1 : "–";
      row.querySelector(".move").disabled = place === 0;
      row.querySelector(".move:last-of-type").disabled = place === list.children.length - 1;
    });
    asItStands.textContent = isGiven ? "Leave it open" : "This is the order";
  };
  const give = (is) => {
    isGiven = is;
    settle();
    list.dispatchEvent(new Event("input", { bubbles: true }));
  };

  const move = (row, step, focused) => {
    const other = step < 0 ? row.previousElementSibling : row.nextElementSibling;
    if (!other) return;
    if (step < 0) other.before(row);
    else other.after(row);
    give(true);
    const place = [...list.children].indexOf(row) + 1;
    const wanted = focused?.disabled ? row.querySelector(".move:not(:disabled)") : focused;
    wanted?.focus();
    said.textContent = `${row.querySelector(".said").textContent}: place ${place} of ${list.children.length}`;
  };

  const items = [...old.children];
  const placeOf = (item) => Number(item.querySelector("select").value) || items.length + 1;
  items.sort((one, other) => placeOf(one) - placeOf(other));
  list.append(...items.map((item) => makeRow(item, move)));
  makeDraggable(list, () => give(true), mayStayOpen);
  asItStands.addEventListener("click", () => give(!isGiven));
  old.replaceWith(list, ...(mayStayOpen ? [asItStands] : []), said);
  settle();
}

/** Makes an item with its list into a row with its two buttons. */
function makeRow(item, move) {
  const row = document.createElement("li");
  const { innerHTML, lang } = item.querySelector("label");
  const words = Object.assign(document.createElement("span"), { className: "said", dir: "auto", innerHTML, lang });
  const name = words.textContent;
  const place = Object.assign(document.createElement("b"), { className: "place" });
  place.setAttribute("aria-hidden", "true");
  const up = button(`Move ${name} up`, UP, () => move(row, -1, up));
  const down = button(`Move ${name} down`, DOWN, () => move(row, 1, down));
  const places = item.querySelector("select");
  places.hidden = true;
  row.append(place, words, up, down, places);
  row.addEventListener("keydown", (event) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!event.altKey || !step) return;
    event.preventDefault();
    move(row, step, event.target);
  });
  return row;
}

/**
 * Lets a row follow the pointer, and take the place of the row that it is drawn over. Where a page is long, a finger
 * moves a row by its number alone: on the rest it scrolls.
 */
function makeDraggable(list, moved, isLong) {
  let row = null;
  list.addEventListener("pointerdown", (event) => {
    if (event.target.closest("button") || event.button) return;
    if (isLong && event.pointerType !== "mouse" && !event.target.closest(".place")) return;
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

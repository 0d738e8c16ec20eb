// Matching by taps: what is tapped below goes to the row that waits for it. Without this each row has a list.

/** Turns the lists of a matching question into rows and a pool to tap on. */
export function match(main) {
  const rows = [...main.querySelectorAll(".pairs li")];
  const form = main.querySelector("form");
  const pool = Object.assign(document.createElement("div"), { className: "pool" });
  const said = Object.assign(document.createElement("p"), { className: "out-of-sight" });
  let waiting = rows[0];
  pool.setAttribute("role", "group");
  pool.setAttribute("aria-label", "To choose from");
  said.setAttribute("aria-live", "polite");
  main.querySelector("legend").textContent = "Tap what belongs to each, in turn";

  const wait = (row) => {
    waiting = row;
    for (const each of rows) each.querySelector(".slot").setAttribute("aria-pressed", String(each === row));
  };

  const touch = () => form.dispatchEvent(new Event("input", { bubbles: true }));

  const choose = (row, text) => {
    const select = row.querySelector("select");
    select.value = text;
    const slot = row.querySelector(".slot");
    slot.textContent = text || "…";
    slot.classList.toggle("is-filled", Boolean(text));
    slot.setAttribute("aria-label", `${row.querySelector(".said").textContent}: ${text || "nothing yet"}`);
    const taken = new Set(rows.map((each) => each.querySelector("select").value));
    for (const each of pool.children) each.classList.toggle("is-taken", taken.has(each.value));
    if (text) said.textContent = `${row.querySelector(".said").textContent}: ${text}`;
  };

  for (const row of rows) {
    const select = row.querySelector("select");
    const label = row.querySelector("label");
    const words = document.createElement("span");
    Object.assign(words, { className: "said", dir: "auto", innerHTML: label.innerHTML });
    label.replaceWith(words);
    const slot = Object.assign(document.createElement("button"), { type: "button", className: "slot" });
    slot.addEventListener("click", () => {
      choose(row, "");
      wait(row);
      touch();
    });
    select.hidden = true;
    select.after(slot);
    choose(row, select.value);
  }
  for (const option of rows[0].querySelectorAll("option[value]:not([value=''])")) {
    const made = Object.assign(document.createElement("button"), { type: "button", value: option.value });
    made.append(Object.assign(document.createElement("span"), { textContent: option.textContent, dir: "auto" }));
    made.addEventListener("click", () => {
      if (!waiting) return;
      choose(waiting, option.value);
      touch();
      wait(rows.find((row) => !row.querySelector("select").value) ?? null);
      if (!waiting) form.querySelector(".first, .sureness .button:nth-child(2)")?.focus();
    });
    pool.append(made);
  }
  main.querySelector(".pairs").after(pool, said);
  wait(rows.find((row) => !row.querySelector("select").value) ?? null);
}

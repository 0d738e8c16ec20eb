// The keys: which option one chooses, and the list of them, as a dialog.

const KEYS = [
  ["1 to 9, or A, B, C …", "choose an option"],
  ["Enter", "answer, or go on"],
  ["H", "hint"],
  ["U", "undo, within ten seconds"],
  ["F", "report a problem"],
  ["Alt and ↑ or ↓", "move an item up or down, where things are put in order"],
  ["Esc", "leave; nothing is lost"],
  ["?", "this list"],
];

/** The place of the option that a key chooses, from 0: 1-9 by number, A-Z by letter; -1 for any other key. */
export function placeOf(key) {
  if (/^[1-9]$/.test(key)) return Number(key) - 1;
  return /^[a-z]$/i.test(key) ? key.toLowerCase().charCodeAt(0) - "a".charCodeAt(0) : -1;
}

/** Opens the list; gives true: the key was for it. */
export function listKeys() {
  const dialog = document.createElement("dialog");
  dialog.className = "keys-list";
  dialog.setAttribute("aria-labelledby", "keys-title");
  dialog.innerHTML = `<h2 id="keys-title">Keys</h2><dl></dl><form method="dialog"><button class="button">Close<kbd>Esc</kbd></button></form>`;
  for (const [key, words] of KEYS) {
    const row = document.createElement("div");
    row.append(Object.assign(document.createElement("dt"), { textContent: key }));
    row.append(Object.assign(document.createElement("dd"), { textContent: words }));
    dialog.querySelector("dl").append(row);
  }
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return true;
}

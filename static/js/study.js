// Keys while studying: 1-9 or A-Z choose, Enter goes on, H hint, U undo, F report, ? the list, Esc leaves.
// The page works without; with single keys turned off, only Enter and Esc are left.

import { listKeys, placeOf } from "./keys.js";

const page = document;
const hasLetters = !page.body.classList.contains("no-keys");
page.documentElement.classList.toggle("has-keys", hasLetters);

const press = (element) => {
  if (element) element.click();
  return Boolean(element);
};

const CHOICES = ".option, .ratings .button, .pool button";

function choose(place) {
  const choice = page.querySelectorAll(CHOICES)[place];
  press(choice);
  if (choice?.matches(".pick")) leadToSureness();
}

/** Where one says how sure one is, that is what is left to press: its middle is where one begins. */
function leadToSureness() {
  const middle = page.querySelector(".sureness .button:nth-child(2)");
  middle?.focus();
  return Boolean(middle);
}

const always = {
  Enter: () => press(page.querySelector(".button.first")) || leadToSureness(),
  Escape: () => press(page.querySelector(".run a")),
};
const letters = {
  h: () => press(page.querySelector('[formaction$="/hint"]')),
  u: () => press(page.querySelector('form[action$="/undo"] button')),
  f: () => press(page.querySelector(".tools [data-report], .onward [data-report], .sheet > p > [data-report]")),
  "?": () => listKeys(),
};

page.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.repeat) return;
  if (page.querySelector("dialog[open]")) return;
  const inField = event.target.closest("input:not([type=checkbox], [type=radio]), textarea, select");
  const onControl = event.target.closest("a, button, summary, input");
  if ((inField && event.key !== "Escape") || (event.key === "Enter" && onControl)) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const place = hasLetters ? placeOf(key) : -1;
  let done = place >= 0 && place < page.querySelectorAll(CHOICES).length;
  if (done) choose(place);
  else done = Boolean((always[key] ?? (hasLetters ? letters[key] : null))?.());
  if (done) event.preventDefault();
});

page.addEventListener("click", (event) => event.target.closest("[data-keys]") && listKeys());

// Where one says how sure one is, Enter in the field does not decide it: it leads to the buttons.
page.addEventListener("keydown", (event) => {
  const sureness = event.target.closest("form")?.querySelector(".sureness");
  if (!sureness || event.isComposing) return;
  const buttons = [...sureness.children];
  const place = buttons.indexOf(event.target);
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (place >= 0 && step) buttons[place + step]?.focus();
  else if (event.key === "Enter" && event.target.matches("input")) leadToSureness();
  else return;
  event.preventDefault();
});

// The sheet of a quiz: each answer is kept as it is given, so that nothing is lost before it is handed in. Buttons of
// the form go where they lead only when the server has what they take along: without a network the page stays.
// Without this script the answers go along with every button of the form.

import { arrange } from "./arrange.js";
import { placeOf } from "./keys.js";
import { AWAY, OVER, REFUSED, SIGNED_OUT, TAKEN, forget, post, recall, remember, unsent, whereKept } from "./unsent.js";

const form = document.getElementById("quiz-form");
const said = document.getElementById("kept");
const counter = document.getElementById("answered");
const ruler = document.querySelector(".run rect.ink");
const total = Number(form.dataset.total);
const keysAreOn = !document.body.classList.contains("no-keys");
document.documentElement.classList.toggle("has-keys", keysAreOn);

const RETRY = 4_000; // milliseconds between two looks for the network
let answered = Number(form.dataset.answered);
let pause = 0;
let flight = null; // the one request under way: an older text never overtakes a newer one
let landing = null; // its end
let wish = null; // the button that was pressed and could not be followed yet

const items = [...form.querySelectorAll(".item")];
const markOf = (item) => item.querySelector("[name=asked]");
const itemAt = (place) => items.find((each) => each.dataset.place === place);

const say = (words) => {
  said.textContent = words;
};

// ---- what stands on the page ------------------------------------------------------------------------

const hasAnswer = (item) => {
  const controls = [...item.querySelectorAll("input:not([type=hidden]), select")];
  return controls
    .filter((each) => !each.name.endsWith(".confidence"))
    .some((each) => (/radio|checkbox/.test(each.type) ? each.checked : each.value.trim() !== ""));
};

const show = (item) => {
  const was = "isAnswered" in item.dataset;
  const is = hasAnswer(item);
  if (was === is) return;
  if (is) item.dataset.isAnswered = "";
  else delete item.dataset.isAnswered;
  answered += is ? 1 : -1;
  counter.textContent = `${answered} of ${total}`;
  ruler.setAttribute("width", `${(100 * answered) / total}%`);
};

const fill = (item, fields) => {
  const texts = new Map();
  for (const [name, value] of fields) texts.set(name, [...(texts.get(name) ?? []), value]);
  for (const control of item.querySelectorAll("input:not([type=hidden]), select")) {
    const own = texts.get(control.name) ?? [];
    if (/radio|checkbox/.test(control.type)) control.checked = own.includes(control.value);
    else control.value = own.shift() ?? "";
  }
};

/** Marks the questions of which the form takes the answer along: what was not touched here may be answered elsewhere. */
const markUnsent = () => {
  for (const item of items) markOf(item).disabled = !unsent.has(item.dataset.place);
};

/** Says at the top that the quiz is over, with the way to what came of it. */
function tellOver(words) {
  document.getElementById("over")?.remove();
  const notice = Object.assign(document.createElement("p"), { id: "over", className: "notice" });
  const link = Object.assign(document.createElement("a"), { href: location.pathname, textContent: "See how it went" });
  notice.setAttribute("role", "alert");
  notice.append(`${words}. `, link);
  document.getElementById("main").prepend(notice);
  notice.scrollIntoView({ block: "center" });
  say("");
}

// ---- keeping ----------------------------------------------------------------------------------------

const sentence = (words) => `${words[0].toUpperCase()}${words.slice(1)}`;
const SIGN_IN = "You are signed out; sign in in another tab, and your answers go along.";
const noNetwork = () => `No network; your answers wait ${whereKept()} and go along when it is back.`;

async function send({ isLeaving = false } = {}) {
  clearTimeout(pause);
  if (flight || wish || !unsent.size) return;
  const mine = new AbortController();
  flight = mine;
  const sent = [...unsent];
  landing = post(sent, { signal: mine.signal, keepalive: isLeaving });
  const { outcome, text } = await landing;
  if (flight !== mine) return; // something newer was sent in its stead
  flight = null;
  if (outcome === TAKEN || outcome === OVER) forget(sent);
  markUnsent();
  if (outcome === OVER) tellOver(sentence(text));
  else if (outcome === AWAY) say(noNetwork());
  else if (outcome === SIGNED_OUT) say(SIGN_IN);
  else if (outcome === REFUSED) say("Not kept yet; it goes along when you go on.");
  else if (!unsent.size) say("Kept.");
  if (outcome === AWAY || outcome === SIGNED_OUT) pause = setTimeout(send, RETRY);
  else if (outcome === TAKEN) send();
}

/** Ends the request under way, so that what is sent now is the newest. */
const overtake = () => {
  clearTimeout(pause);
  flight?.abort();
  flight = null;
};

const note = (event, wait) => {
  const item = event.target.closest(".item");
  if (!item) return;
  wish = null;
  remember(item.dataset.place);
  markOf(item).disabled = false;
  show(item);
  clearTimeout(pause);
  pause = setTimeout(send, wait);
};

form.addEventListener("change", (event) => note(event, 0));
form.addEventListener("input", (event) => note(event, 800));

// ---- going on, and handing in -----------------------------------------------------------------------

/** Follows a button when the server has taken what it takes along; until then the page stays, and tries again. */
async function follow(button) {
  if (wish && flight) return;
  clearTimeout(pause);
  const before = flight && landing; // waited for: what is taken back on its way may still arrive, and after the newer one
  wish = button;
  const mine = new AbortController();
  flight = mine;
  await before;
  if (flight !== mine) return;
  const sent = [...unsent];
  const to = button.getAttribute("formaction") ?? form.getAttribute("action");
  const more = button.name ? [[button.name, button.value]] : [];
  const { outcome, text } = await post(sent, { to, more, signal: mine.signal });
  if (flight !== mine) return;
  flight = null;
  if (outcome === TAKEN) forget(sent);
  if (wish !== button) return send(); // something was changed meanwhile
  if (outcome === TAKEN) {
    location.assign(text);
  } else if (outcome === REFUSED) {
    form.removeEventListener("submit", onSubmit); // the page that says why
    form.requestSubmit(button);
  } else {
    const isHandIn = to.endsWith("/hand-in");
    const later = isHandIn ? "it is handed in when the network is back" : "it goes on when the network is back";
    say(outcome === SIGNED_OUT ? SIGN_IN : `Kept ${whereKept()}; ${later}.`);
    pause = setTimeout(() => wish && follow(wish), RETRY);
  }
}

function onSubmit(event) {
  event.preventDefault();
  follow(event.submitter);
}

form.addEventListener("submit", onSubmit);
addEventListener("online", () => (wish ? follow(wish) : send()));
addEventListener("pagehide", () => {
  wish = null;
  overtake();
  send({ isLeaving: true }); // who leaves in the middle of a word loses nothing
});
addEventListener("pageshow", () => send());

// ---- the beginning ----------------------------------------------------------------------------------

recall();
for (const [place, { fields }] of unsent) {
  const item = itemAt(place);
  if (!item) continue;
  fill(item, fields);
  show(item);
}
for (const item of items) if (item.querySelector(".places-to-give")) arrange(item, { mayStayOpen: true });
markUnsent();
send();

// ---- keys -------------------------------------------------------------------------------------------

// Enter in a field of the long sheet goes to the next question instead of loading the page.
form.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || items.length < 2 || !event.target.matches("input:not([type=hidden])")) return;
  event.preventDefault();
  const next = items[items.indexOf(event.target.closest(".item")) + 1];
  const control = next?.querySelector("input:not([type=hidden]), select:not([hidden]), .move:not(:disabled)");
  (control ?? document.querySelector(".button.first")).focus();
});

// One question at a time: 1-9 or A-Z choose, Enter goes on, Esc leaves.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented) return;
  if (event.key === "Escape" && keysAreOn) {
    document.querySelector(".run a").click();
    return;
  }
  if (!keysAreOn || items.length !== 1) return;
  if (event.target.closest("select, textarea, input:not([type=radio], [type=checkbox])")) return;
  if (event.key === "Enter" && !event.target.closest("a, button, summary")) {
    event.preventDefault();
    document.querySelector(".onward .button.first").click();
    return;
  }
  const choices = items[0].querySelectorAll(".one-of input");
  const choice = choices[event.key.length === 1 ? placeOf(event.key) : -1];
  if (choice) {
    event.preventDefault();
    choice.focus();
    choice.click();
  }
});

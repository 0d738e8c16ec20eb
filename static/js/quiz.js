// The sheet of a quiz: each answer is kept as it is given, so that nothing is lost before it is handed in. What the
// server has not acknowledged stays in the browser's storage, each answer under its own name, and is sent again.
// Without this script the answers go along with every button of the form.

const form = document.getElementById("quiz-form");
const said = document.getElementById("kept");
const counter = document.getElementById("answered");
const ruler = document.querySelector(".run rect.ink");
const total = Number(form.dataset.total);
if (!document.body.classList.contains("no-keys")) document.documentElement.classList.add("has-keys");

let answered = Number(form.dataset.answered);
let pause = 0;
let goesAlong = false; // a button of the form takes everything along
let flight = null; // the one request under way: an older text never overtakes a newer one

const PREFIX = "quizapp quiz ";
const OWN = `${PREFIX}${form.dataset.keep} `;
const DAY = 86_400_000; // a quiz is open for two hours
const RETRY = 4_000; // milliseconds between two looks for the network
const PATIENCE = 15_000; // milliseconds that a request may take
const waiting = new Map(); // by place, what the server may not have yet: { fields, stamp, at }

const items = [...form.querySelectorAll(".item")];
const markOf = (item) => item.querySelector("[name=asked]");

// What was not touched here is not sent: another tab may have answered it meanwhile.
for (const item of items) markOf(item).disabled = true;

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

const storage = () => {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
};

const fieldsOf = (place) => [...new FormData(form)].filter(([name]) => name.startsWith(`${place}.`));

const remember = (place) => {
  const entry = { fields: fieldsOf(place), stamp: crypto.getRandomValues(new Uint32Array(2)).join("-"), at: Date.now() };
  waiting.set(place, entry);
  try {
    storage()?.setItem(OWN + place, JSON.stringify(entry));
  } catch {
    // full, or forbidden: it is in memory
  }
};

const stored = (name) => {
  try {
    return JSON.parse(storage()?.getItem(name) ?? "null");
  } catch {
    return null;
  }
};

/** Forgets what was sent, unless something newer has been given meanwhile, here or in another tab. */
const forget = (place, entry) => {
  if (stored(OWN + place)?.stamp === entry.stamp) storage().removeItem(OWN + place);
  if (waiting.get(place) !== entry) return;
  waiting.delete(place);
  const item = items.find((each) => each.dataset.place === place);
  if (item) markOf(item).disabled = true;
};

/** Sends answers; gives what is wrong, and whether sending them again may help. */
const post = async (sent, signal, keepalive) => {
  const body = new FormData();
  body.set("csrf_token", form.elements.csrf_token.value);
  body.set("quietly", "yes");
  for (const [place, entry] of sent) {
    body.append("asked", place);
    for (const [name, value] of entry.fields) body.append(name, value);
  }
  try {
    const reply = await fetch(form.dataset.keep, { method: "POST", body, redirect: "error", keepalive, signal });
    if (reply.ok) return { problem: "", isOver: false, again: false };
    if (reply.status === 409) return { problem: await reply.text(), isOver: true, again: false };
    const problem = "not kept yet; it goes along when you go on";
    return { problem, isOver: false, again: reply.status >= 500 };
  } catch {
    const problem = "no network; your answers wait on this device and go along when it is back";
    return { problem, isOver: false, again: true };
  }
};

const send = async (isLeaving = false) => {
  clearTimeout(pause);
  if (flight || !waiting.size) return;
  const mine = new AbortController();
  flight = mine;
  const sent = [...waiting];
  const patience = setTimeout(() => mine.abort(), PATIENCE);
  const { problem, isOver, again } = await post(sent, mine.signal, isLeaving === true);
  clearTimeout(patience);
  if (flight !== mine) return; // something newer was sent in its stead
  flight = null;
  if (!problem || isOver) for (const [place, entry] of sent) forget(place, entry);
  if (problem) said.textContent = `${problem[0].toUpperCase()}${problem.slice(1)}.`;
  else if (!waiting.size) said.textContent = "Kept.";
  if (again) pause = setTimeout(send, RETRY);
  else if (!problem) send();
};

/** Ends the request under way, so that what is sent now is the newest. */
const overtake = () => {
  clearTimeout(pause);
  flight?.abort();
  flight = null;
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

// What an earlier page of this quiz could not send is filled in again; what is left of older quizzes goes.
for (const name of Object.keys(storage() ?? {}).filter((each) => each.startsWith(PREFIX))) {
  const entry = stored(name);
  if (!entry || Date.now() - entry.at > DAY) storage().removeItem(name);
  else if (name.startsWith(OWN)) {
    const place = name.slice(OWN.length);
    const item = items.find((each) => each.dataset.place === place);
    waiting.set(place, entry);
    if (item) {
      fill(item, entry.fields);
      markOf(item).disabled = false;
      show(item);
    }
  }
}
send();

// No two items in one place: the other one gets the place that has become free, and the last one what is left.
const placed = new Map();
const settle = (chosen) => {
  const list = [...chosen.closest("ol").querySelectorAll("select")];
  const other = list.find((each) => each !== chosen && chosen.value && each.value === chosen.value);
  if (other) other.value = placed.get(chosen) ?? "";
  const open = list.filter((each) => !each.value);
  const free = list.map((_, place) => String(place + 1)).filter((place) => !list.some((each) => each.value === place));
  if (open.length === 1 && open[0] !== chosen && free.length === 1) open[0].value = free[0];
  for (const each of list) placed.set(each, each.value);
};
for (const each of form.querySelectorAll(".places-to-give select")) placed.set(each, each.value);

const note = (event, wait) => {
  const item = event.target.closest(".item");
  if (!item) return;
  if (event.type === "change" && event.target.closest(".places-to-give")) settle(event.target);
  goesAlong = false;
  remember(item.dataset.place);
  markOf(item).disabled = false;
  show(item);
  clearTimeout(pause);
  pause = setTimeout(send, wait);
};

form.addEventListener("change", (event) => note(event, 0));
form.addEventListener("input", (event) => note(event, 800));
addEventListener("online", send);

// Who leaves in the middle of a word loses nothing; a button of the form takes everything along by itself.
form.addEventListener("submit", () => {
  goesAlong = true;
  overtake();
  for (const [place, { fields }] of waiting) {
    if (items.some((each) => each.dataset.place === place)) continue; // the form has it
    for (const [name, value] of [["asked", place], ...fields]) {
      const field = document.createElement("input");
      Object.assign(field, { type: "hidden", name, value });
      form.append(field);
    }
  }
});
addEventListener("pagehide", () => {
  if (goesAlong) return;
  overtake();
  send(true);
});
addEventListener("pageshow", () => {
  goesAlong = false;
  send();
});

// Enter in a field of the long sheet goes to the next question instead of loading the page.
form.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || items.length < 2 || !event.target.matches("input:not([type=hidden])")) return;
  event.preventDefault();
  const next = items[items.indexOf(event.target.closest(".item")) + 1];
  const control = next?.querySelector("input:not([type=hidden]), select") ?? document.querySelector(".button.first");
  control.focus();
});

// One question at a time: 1-9 or A-Z choose, Enter goes on, Esc leaves.
const keysAreOn = !document.body.classList.contains("no-keys");
const placeOf = (key) => {
  if (/^[1-9]$/.test(key)) return Number(key) - 1;
  return /^[a-z]$/.test(key) ? key.charCodeAt(0) - "a".charCodeAt(0) : -1;
};

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
  const choice = choices[event.key.length === 1 ? placeOf(event.key.toLowerCase()) : -1];
  if (choice) {
    event.preventDefault();
    choice.focus();
    choice.click();
  }
});

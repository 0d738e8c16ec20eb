// The way to the server: forms go out with the page's token, fragments come back, and with them the server's clock.

const FRAGMENT = "application/vnd.quizapp.fragment+html";
const FORMS = "/me"; // a page with a form, whoever asks: to somebody who is signed out it is the one to sign in
const TOO_MANY = 429;
let token =
  document.querySelector("[data-token]")?.dataset.token ?? document.querySelector("input[name=csrf_token]")?.value ?? "";
let ahead = 0; // milliseconds by which the server's clock is ahead of this device's
let took = 0; // milliseconds that the last reply took

/** No network, or no server with time behind it: what was sent is to be sent again. */
export class Away extends Error {}
/** Nobody is signed in here any more. */
export class SignedOut extends Error {}

/** The milliseconds that the last reply took to come; 0 before there was one. */
export const roundTrip = () => took;

/** The present instant by the server's clock, in milliseconds. */
export const now = () => Date.now() + ahead;

const request = (address, fields) =>
  fetch(address, {
    method: fields ? "POST" : "GET",
    headers: { Accept: FRAGMENT, ...(fields && { "X-CSRFToken": token }) },
    body: fields && new URLSearchParams(fields),
    keepalive: Boolean(fields), // goes out although the tab is closed
  });

/** Takes the token of a page anew, after somebody signed in or out in another tab. */
async function renewToken() {
  const text = await (await fetch(FORMS)).text();
  const found = /(?:data-token|name="csrf_token" value)="([^"]+)"/.exec(text)?.[1];
  const isNew = Boolean(found) && found !== token;
  if (isNew) token = found;
  return isNew;
}

async function reach(address, fields) {
  try {
    const response = await request(address, fields);
    if (response.status !== 400 || !fields || !(await renewToken())) return response;
    return await request(address, fields);
  } catch {
    throw new Away();
  }
}

/** Asks for an address, with fields as a form; gives the status and, of a fragment, its elements. */
export async function ask(address, fields) {
  const asked = performance.now();
  const response = await reach(address, fields);
  took = performance.now() - asked;
  if (response.status >= 500 || response.status === TOO_MANY) throw new Away();
  if (response.redirected && new URL(response.url).pathname.startsWith("/sign-in")) throw new SignedOut();
  const isFragment = response.headers.get("Content-Type") === FRAGMENT;
  const text = await response.text().catch(() => {
    throw new Away();
  });
  const holder = document.createElement("template");
  if (isFragment) holder.innerHTML = text;
  const said = holder.content.querySelector("[data-now]")?.dataset;
  if (said) ahead = Number(said.now) - Date.now();
  return { status: response.status, isFragment, text, said, content: holder.content };
}

/** The fields of a form as they are sent, with those of the button that sends it, without the page's token. */
export function fieldsOf(form, submitter) {
  const fields = [...new FormData(form)].filter(([name]) => name !== "csrf_token");
  if (submitter?.name) fields.push([submitter.name, submitter.value]);
  return fields.map(([name, value]) => [name, String(value)]);
}

/** Takes the elements of a fragment over into the page, with the token in their forms. */
export function adopt(content) {
  const elements = [...document.importNode(content, true).children];
  for (const element of elements) {
    const forms = element.matches("form[method=post]") ? [element] : element.querySelectorAll("form[method=post]");
    for (const form of forms) {
      const field = document.createElement("input");
      Object.assign(field, { type: "hidden", name: "csrf_token", value: token });
      form.prepend(field);
    }
  }
  return elements;
}

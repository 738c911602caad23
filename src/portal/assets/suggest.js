// Suggestions for the search field (WAI-ARIA combobox with a list). Without it the form works as it is.
const DELAY_MS = 120;
const MOST = 8;

for (const form of document.querySelectorAll("form[data-suggest]")) upgrade(form);

function upgrade(form) {
  const input = form.querySelector("input");
  const list = document.createElement("ul");
  const status = document.createElement("p");
  const words = form.dataset;
  const known = new Map();
  let items = [];
  let active = -1;
  let timer = 0;
  let asked = null;

  list.id = `${input.id}-suggestions`;
  list.className = "suggestions";
  list.hidden = true;
  set(list, { role: "listbox", "aria-label": words.label });
  set(input, {
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": list.id,
    "aria-haspopup": "listbox",
  });
  status.className = "visually-hidden";
  set(status, { role: "status" });
  input.after(list, status);

  input.addEventListener("input", (event) => {
    clearTimeout(timer);
    if (!event.isComposing) timer = setTimeout(() => void ask(), DELAY_MS);
  });
  input.addEventListener("compositionend", () => {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), DELAY_MS);
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) return show();
      const step = event.key === "ArrowDown" ? 1 : -1;
      // One place more than there are entries: the field itself.
      choose(((active + 1 + step + items.length + 1) % (items.length + 1)) - 1);
    } else if (event.key === "Enter" && !list.hidden && active >= 0) {
      event.preventDefault();
      open(items[active]);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      hide();
    }
  });
  input.addEventListener("blur", hide);
  // The field keeps the focus while an entry is pressed, so that the list does not close before the click.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) open(items[[...list.children].indexOf(option)]);
  });

  async function ask() {
    const text = input.value.trim();
    asked?.abort();
    if (text === "") return hide();
    asked = new AbortController();
    try {
      items = known.get(text) ?? (await fetchSubjects(text, asked.signal));
      known.set(text, items);
      if (input.value.trim() === text && document.activeElement === input) show();
    } catch (error) {
      // The form still searches when suggestions cannot be had.
      if (error.name !== "AbortError") hide();
    }
  }

  function show() {
    active = -1;
    input.removeAttribute("aria-activedescendant");
    list.replaceChildren(...items.map((item, at) => entry(`${list.id}-${at}`, item, words)));
    list.hidden = items.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    status.textContent = items.length === 0 ? words.none : words.some.replace("%n", items.length);
  }

  function hide() {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    status.textContent = "";
  }

  function choose(next) {
    active = next;
    for (const [at, option] of [...list.children].entries()) option.setAttribute("aria-selected", String(at === next));
    const option = list.children[next];
    if (!option) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }
}

async function fetchSubjects(text, signal) {
  const query = new URLSearchParams({ q: text, limit: String(MOST) });
  // oxlint-disable-next-line no-restricted-globals -- runs in the reader's browser and asks the site it came from
  const response = await fetch(`/api/v1/subjects?${query}`, { signal });
  return response.ok ? (await response.json()).items : [];
}

function entry(id, item, words) {
  const option = document.createElement("li");
  option.id = id;
  set(option, { role: "option", "aria-selected": "false" });
  const name = document.createElement("span");
  name.append(...(item.matchedName === null ? marked(item.name, item.marks) : [item.name]));
  option.append(name);
  if (item.matchedName !== null) {
    const former = document.createElement("small");
    former.append(words.former, ...marked(item.matchedName, item.marks));
    option.append(former);
  }
  if (item.uscc !== null) {
    const code = document.createElement("small");
    code.className = "code";
    code.textContent = item.uscc;
    option.append(code);
  }
  return option;
}

function marked(text, marks) {
  const parts = [];
  let at = 0;
  for (const [from, to] of marks) {
    const mark = document.createElement("mark");
    mark.textContent = text.slice(from, to);
    parts.push(text.slice(at, from), mark);
    at = to;
  }
  return [...parts, text.slice(at)];
}

function open(item) {
  location.assign(`/subjects/${item.uscc ?? item.subjectId}`);
}

function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}

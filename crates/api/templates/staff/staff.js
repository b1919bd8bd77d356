// Follows GET /api/staff/live, and shows each change in the page that the server made. Names, activities and
// statuses come from strangers: they are set as text, and no markup is ever made of them.
"use strict";
(() => {
  // The server speaks every ten seconds; whoever hears nothing for this long is cut off. Milliseconds, as all times.
  const SILENCE = 25_000;
  // How long a status is still shown after the connection was lost.
  const TRUST = 5_000;
  const PAUSE = 500;
  const LONGEST_PAUSE = 15_000;
  // Changes that come closer together are read out together, and more than so many only counted.
  const READ_OUT_AFTER = 1_500;
  const READ_OUT = 3;
  const THERE = ["online", "idle", "dnd"];
  const LOST = "The connection to Paddock is lost.";

  const at = (id) => document.getElementById(id);
  const list = at("staff");
  const blank = at("person").content.firstElementChild;
  const words = JSON.parse(list.dataset.words);
  const rows = new Map([...list.children].map((row) => [row.dataset.user, row]));
  // Everybody as they were told last.
  const members = new Map();

  let lastEvent = null;
  let stream = null;
  let caughtUp = false;
  let trusted = true;
  let over = false;
  // When the server was heard last, and when it was last heard or asked.
  let heardAt = Date.now();
  let activeAt = heardAt;
  let aheadBy = 0;
  let pause = PAUSE;
  const changes = new Map();
  let reading = null;

  // By the server's clock, which may not be that of this device.
  const now = () => Date.now() + aheadBy;

  const say = (text) => {
    if (at("live").textContent !== text) at("live").textContent = text;
  };

  const sayLost = () => say(trusted
    ? "The connection is lost. Trying again…"
    : "The connection is lost: nobody's status is known. Trying again…");

  const part = (row, name) => row.querySelector(`[data-part="${name}"]`);

  const show = (row, name, text) => {
    const node = part(row, name);
    if (node.textContent !== text) node.textContent = text;
    const around = node.closest("[data-row]");
    if (around) around.hidden = text === "";
  };

  const ago = (time) => {
    const minutes = Math.floor((now() - time) / 60_000);
    if (!(minutes >= 1)) return "just now";
    const [count, unit] = minutes < 60 ? [minutes, "minute"]
      : minutes < 1440 ? [Math.floor(minutes / 60), "hour"]
      : [Math.floor(minutes / 1440), "day"];
    return `${count} ${unit}${count === 1 ? "" : "s"} ago`;
  };

  const day = (text) => new Date(`${text}T00:00:00Z`).toLocaleDateString("en-GB", {
    day: "numeric", month: "long", year: "numeric", timeZone: "UTC",
  });

  const full = (time) => `${day(new Date(time).toISOString().slice(0, 10))}, ${new Date(time).toISOString().slice(11, 16)} UTC`;

  const showTime = (row, name, time) => {
    const node = part(row, name);
    if (time === null) {
      node.removeAttribute("datetime");
      node.removeAttribute("title");
    } else {
      node.dateTime = new Date(time).toISOString();
      node.title = full(time);
    }
    show(row, name, time === null ? "" : ago(time));
  };

  const parsed = (text) => (text ? Date.parse(text) : null);

  const today = (zone) => {
    try {
      return new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(now());
    } catch {
      return new Date(now()).toISOString().slice(0, 10);
    }
  };

  const leave = (member) => {
    const away = member.away;
    const date = today(member.time_zone);
    if (!away || away.until < date) return "";
    const reason = away.reason ? `: ${away.reason}` : "";
    return `${away.from <= date ? "now, " : ""}${day(away.from)} to ${day(away.until)}${reason}`;
  };

  const devices = (member) => Object.entries(words.device)
    .filter(([name]) => member.platforms[name])
    .map(([name, device]) => {
      const status = member.platforms[name];
      return status === member.discord_status ? device : `${device} (${words.status[status].toLowerCase()})`;
    })
    .join(", ");

  const showStatus = (row, status, because) => {
    part(row, "status").className = `badge ${status}`;
    show(row, "status", words.status[status]);
    show(row, "because", because);
  };

  const showMember = (row, member) => {
    show(row, "name", member.display_name);
    show(row, "title", member.title ?? "");
    showStatus(row, member.discord_status, words.because[member.unknown_because] ?? "");
    show(row, "activity", member.discord_activity ?? "");
    show(row, "custom", member.discord_custom_status ?? "");
    show(row, "platforms", devices(member));
    showTime(row, "since", parsed(member.discord_status_updated));
    showTime(row, "seen", THERE.includes(member.discord_status) ? heardAt + aheadBy : parsed(member.last_seen));
    showTime(row, "duty", parsed(member.on_duty_since));
    showTime(row, "used", parsed(member.last_interaction));
    show(row, "away", leave(member));
  };

  // Nobody can say any more how they stand. When they were last seen stays, as it was.
  const doubt = (row) => {
    showStatus(row, "unknown", LOST);
    for (const name of ["activity", "custom", "platforms"]) show(row, name, "");
    for (const name of ["since", "duty"]) showTime(row, name, null);
  };

  const distrust = () => {
    if (trusted) rows.forEach(doubt);
    trusted = false;
  };

  const trust = () => {
    trusted = true;
    for (const [id, member] of members) showMember(rows.get(id), member);
    say("Live: changes appear by themselves.");
  };

  const readOut = () => {
    reading = null;
    const texts = [...changes.values()];
    changes.clear();
    at("news").textContent = texts.length > READ_OUT ? `${texts.length} members have changed.` : texts.join(" ");
  };

  const told = (member) => {
    const id = member.user_id;
    const before = members.get(id);
    members.set(id, member);
    if (!rows.has(id)) {
      const row = blank.cloneNode(true);
      row.dataset.user = id;
      rows.set(id, row);
      list.append(row);
    }
    showMember(rows.get(id), member);
    if (caughtUp && before && before.discord_status !== member.discord_status) {
      changes.set(id, `${member.display_name}: ${words.status[member.discord_status]}.`);
      reading ??= setTimeout(readOut, READ_OUT_AFTER);
    }
  };

  const toldRoster = (ids) => {
    const there = new Set(ids);
    for (const [id, row] of rows) {
      if (there.has(id)) continue;
      row.remove();
      rows.delete(id);
      members.delete(id);
    }
    if (ids.some((id) => !members.has(id))) {
      // It goes on after something that was never told here: begin anew.
      lastEvent = null;
      stream.abort();
      return;
    }
    caughtUp = true;
    pause = PAUSE;
    trust();
  };

  const order = () => {
    const key = (id) => members.get(id);
    const compare = (a, b) => {
      const [one, other] = [key(a), key(b)];
      const names = [one.display_name.toLowerCase(), other.display_name.toLowerCase()];
      return one.rank - other.rank
        || (names[0] < names[1] ? -1 : names[0] > names[1] ? 1 : a.length - b.length || (a < b ? -1 : 1));
    };
    const ids = [...rows.keys()];
    if (!ids.every((id) => members.has(id))) return;
    ids.sort(compare);
    ids.forEach((id, place) => {
      if (list.children[place] !== rows.get(id)) list.insertBefore(rows.get(id), list.children[place]);
    });
    at("nobody").hidden = rows.size > 0;
  };

  const take = (text) => {
    const fields = {};
    for (const line of text.split("\n")) {
      const colon = line.indexOf(": ");
      if (colon > 0) fields[line.slice(0, colon)] = line.slice(colon + 2);
    }
    if (!fields.data) return;
    const event = JSON.parse(fields.data);
    if (fields.id) lastEvent = fields.id;
    if (event.event === "member") told(event.member);
    if (event.event === "roster") toldRoster(event.user_ids);
  };

  // Nothing more comes: not for whoever is signed out, banned, or gone.
  const end = (text, signIn) => {
    over = true;
    distrust();
    say(text);
    at("again").hidden = !signIn;
  };

  const read = async (response) => {
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      heardAt = activeAt = Date.now();
      text += value;
      for (let stop = text.indexOf("\n\n"); stop >= 0; stop = text.indexOf("\n\n")) {
        take(text.slice(0, stop));
        text = text.slice(stop + 2);
      }
      order();
    }
  };

  const follow = async () => {
    stream = new AbortController();
    activeAt = Date.now();
    const headers = { accept: "text/event-stream" };
    if (lastEvent) headers["last-event-id"] = lastEvent;
    const response = await fetch("/api/staff/live", { headers, cache: "no-store", signal: stream.signal });
    if (response.status === 401) return end("You are signed out.", true);
    if (response.status === 403) {
      list.replaceChildren();
      return end("You may not see this any more.", false);
    }
    if (!response.ok) throw new Error(`status ${response.status}`);
    if (response.headers.get("x-guild-id") !== list.dataset.guild) return location.reload();
    const date = Date.parse(response.headers.get("date"));
    if (date) aheadBy = date - Date.now();
    heardAt = activeAt = Date.now();
    await read(response);
  };

  const forever = async () => {
    while (!over) {
      try {
        await follow();
      } catch {
        // Whatever it was, it is tried again.
      }
      if (over) return;
      if (caughtUp) heardAt = Date.now();
      caughtUp = false;
      sayLost();
      // Not all at the same moment after a restart.
      await new Promise((resume) => setTimeout(resume, pause * (0.5 + Math.random())));
      pause = Math.min(2 * pause, LONGEST_PAUSE);
    }
  };

  const showTimes = () => {
    for (const [id, row] of rows) {
      const member = members.get(id);
      if (trusted && member) showMember(row, member);
      else for (const node of row.querySelectorAll("time[datetime]")) node.textContent = ago(Date.parse(node.dateTime));
    }
  };

  const tick = () => {
    if (over) return;
    if (Date.now() - activeAt > SILENCE) stream.abort();
    if (Date.now() - heardAt > (caughtUp ? SILENCE : TRUST)) distrust();
    if (!trusted) sayLost();
  };

  setInterval(tick, 1_000);
  setInterval(showTimes, 10_000);
  // A page that a browser has kept would show what was.
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
  addEventListener("pagehide", () => stream.abort());
  forever();
})();

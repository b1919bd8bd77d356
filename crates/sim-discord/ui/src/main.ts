// A small Discord client over the control surface of the simulated Discord.

import './library';
import type { Message } from './api';
import { startComposer } from './composer';
import { byId, fill, h } from './dom';
import { isShown, startDrawers, toggle } from './drawers';
import { type Icon, icon } from './icons';
import { isDark, onScheme } from './look';
import { refreshTimes } from './markup';
import { draw } from './message';
import { announce } from './notes';
import { startPeople } from './people';
import { startPlaces } from './places';
import { startRoad } from './road';
import { channel, changedView, isDm, nameOf, onArrival, onMessages, onView, readAddress, settleWhom, startStream, state } from './state';
import { startToys } from './toys';

const drawn = new Map<string, { message: Message; element: HTMLElement }>();
let list: HTMLElement | undefined;
/** What every message depends on besides itself. */
let look = '';

function drawMessages(): void {
	const scroll = byId('scroll');
	const atEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 80;
	const now = JSON.stringify([state.as, state.channel, isDark(), state.view?.guilds.map((it) => [it.roles, it.members.map((m) => [m.nick, m.roles])])]);
	const fresh = now !== look || !list;
	if (fresh) {
		look = now;
		drawn.clear();
		list = h('discord-messages', { 'light-theme': !isDark() });
		scroll.replaceChildren(list);
	}
	const shown = [...state.messages.values()].filter((it) => !state.dismissed.has(it.id));
	shown.sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
	const ids = new Set(shown.map((it) => it.id));
	for (const [id, { element }] of drawn) {
		if (!ids.has(id)) {
			element.remove();
			drawn.delete(id);
		}
	}
	let before: Element | null = null;
	for (const message of shown) {
		const known = drawn.get(message.id);
		let element = known?.element;
		if (!element || (known!.message !== message && JSON.stringify(known!.message) !== JSON.stringify(message))) {
			const next = draw(message);
			const focused = element?.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset.key : undefined;
			element?.replaceWith(next);
			element = next;
			drawn.set(message.id, { message, element });
			if (focused) queueMicrotask(() => next.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus());
		}
		const expected: Element | null = before ? before.nextElementSibling : list!.firstElementChild;
		if (expected !== element) list!.insertBefore(element, expected);
		before = element;
	}
	const empty = scroll.querySelector('.empty');
	if (shown.length) empty?.remove();
	else if (!empty && state.view) scroll.append(nothingYet(nameOf(state.view.me)));
	scroll.setAttribute('aria-label', isDm() ? 'Direct messages with Paddock' : `Messages in #${channel(state.channel)?.name ?? ''}`);
	if (fresh || atEnd) requestAnimationFrame(() => scroll.scrollTo({ top: scroll.scrollHeight }));
}

/** What an empty channel shows, which is the first thing that a newcomer sees. */
function nothingYet(name: string): HTMLElement {
	const lines = [
		'Nothing is written here yet. Type / to see what Paddock can do, such as /help.',
		`This is a Discord of your own: it runs on this machine, and nothing leaves it. You act as ${name} now: “Acting as”, below the list of channels, makes you somebody else, and several tabs can be several people.`,
	];
	return h('div', { class: 'empty muted' }, ...lines.map((it) => h('p', {}, it)));
}

function drawBar(): void {
	const view = state.view;
	const lost = state.lost && h('span', { class: 'lost', role: 'status' }, 'Connection lost, trying again…');
	if (!view) {
		fill(byId('bar'), lost);
		return;
	}
	const here = channel(state.channel);
	const title = isDm() ? 'Paddock' : `# ${here?.name ?? ''}`;
	const panel = (id: 'places' | 'people' | 'toys', label: string, sign: Icon, kind = '') =>
		h('button', { type: 'button', class: `icon ${kind}`, 'aria-label': label, title: label, 'aria-controls': id, 'aria-expanded': String(isShown(id)), 'data-key': `panel ${id}`, onclick: () => toggle(id) }, icon(sign));
	const bot = view.bot.connected || state.lost ? undefined : h('span', { class: 'lost', role: 'status' }, 'The bot is offline');
	fill(byId('bar'), panel('places', 'Servers and channels', 'menu', 'narrow'), h('h1', {}, title), here?.topic ? h('p', { class: 'muted topic' }, here.topic) : undefined, h('span', { class: 'space' }), lost, bot, panel('toys', 'Toys', 'toys'), panel('people', 'Members', 'people'));
	document.title = `${title.replace('# ', '#')} as ${nameOf(view.me)} – Paddock`;
}

async function start(): Promise<void> {
	state.dismissed = new Set(JSON.parse(sessionStorage.getItem('dismissed') ?? '[]'));
	readAddress();
	startPlaces();
	startPeople();
	onView(drawBar);
	startComposer();
	startToys();
	startRoad();
	startDrawers();
	onView(drawMessages);
	onMessages(drawMessages);
	onArrival((message) => {
		if (message.author.id !== state.view?.me.id) announce(`${nameOf(message.author)}: ${message.text}`);
	});
	onScheme(changedView);
	addEventListener('popstate', () => location.reload());
	setInterval(refreshTimes, 1000);
	if (!state.as) await settleWhom();
	startStream();
}

void start();

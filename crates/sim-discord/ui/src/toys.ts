// Things that happen on Discord, to play with: people, time, and what goes wrong.

import { post } from './api';
import { byId, fill, h } from './dom';
import { announce, complain } from './notes';
import { showRoad } from './road';
import { home, nameOf, onView, state } from './state';

const INTENTS: Record<string, string> = { members: 'Server members', presences: 'Presences', content: 'Message content' };

/** Whom the toys change: who is acted as, unless somebody else is chosen. */
let target = '';

export function startToys(): void {
	onView(drawUnlessBusy);
	new MutationObserver(draw).observe(byId('toys'), { attributeFilter: ['hidden'] });
}

async function send(path: string, body: unknown, done: string): Promise<void> {
	try {
		await post(path, body);
		byId('toy-news').textContent = done;
		announce(done);
	} catch (error) {
		complain(error);
	}
}

function button(label: string, press: () => void, kind = ''): HTMLElement {
	return h('button', { type: 'button', class: kind, onclick: press, 'data-key': `toy ${label}` }, label);
}

/** The guided road, where it was dismissed. */
function road(): HTMLElement {
	return h('p', {}, button('Show the guided road', () => showRoad(false)), ' ', button('From the start', () => showRoad(true)));
}

function group(title: string, ...children: (HTMLElement | string | false)[]): HTMLElement {
	return h('fieldset', {}, h('legend', {}, title), ...children);
}

/** Draws them, but for what somebody is in the middle of: a text that they write, a choice that they make. */
function drawUnlessBusy(): void {
	const at = document.activeElement;
	const isBusy = byId('toys').contains(at) && at!.matches('select, input:not([type=checkbox])');
	if (!isBusy) draw();
}

function draw(): void {
	const view = state.view;
	if (!view || byId('toys').hidden) return;
	if (!view.people.some((it) => it.id === target)) target = view.me.id;
	const news = h('p', { id: 'toy-news', class: 'muted' }, document.getElementById('toy-news')?.textContent ?? '');
	const gateway = view.bot.connected ? 'The bot is connected.' : view.bot.refused ? 'Discord is down for the bot.' : 'The bot is not connected.';
	fill(byId('toys'), h('h2', {}, 'Toys'), news, road(), whom(), presence(), membership(), roles(), voice(), time(), h('p', { class: 'muted', id: 'gateway' }, gateway), outages(), intents());
}

function whom(): HTMLElement {
	const options = state.view!.people.map((it) => h('option', { value: it.id, selected: it.id === target }, it.global_name ?? it.username));
	const change = (event: Event) => {
		target = (event.target as HTMLSelectElement).value;
		draw();
	};
	return h('p', {}, h('label', { for: 'toy-who' }, 'Who '), h('select', { id: 'toy-who', onchange: change, 'data-key': 'toy-who' }, ...options));
}

function person() {
	const it = state.view!.people.find((it) => it.id === target)!;
	return { it, name: nameOf(it), member: home()?.members.find((member) => member.user.id === target) };
}

function presence(): HTMLElement {
	const { name, member } = person();
	const own = target === state.view!.me.id ? state.view!.status : (member?.status ?? 'offline');
	const all = ['online', 'idle', 'dnd', 'invisible', 'offline'];
	const custom = h('input', { id: 'toy-custom', placeholder: 'Custom status', 'aria-label': 'Custom status' }) as HTMLInputElement;
	const game = h('input', { id: 'toy-game', placeholder: 'Playing', 'aria-label': 'Playing' }) as HTMLInputElement;
	custom.value = member?.activities.find((it) => it.type === 4)?.state ?? '';
	game.value = member?.activities.find((it) => it.type === 0)?.name ?? '';
	const select = h('select', { 'aria-label': 'Status' }, ...all.map((it) => h('option', { selected: it === own }, it))) as HTMLSelectElement;
	const set = () => {
		const shown = { custom: custom.value || null, playing: game.value || null };
		void send('members', { action: 'presence', user: target, status: select.value, ...shown }, `${name} is ${select.value}.`);
	};
	return group('Presence', select, custom, game, button('Show', set));
}

function membership(): HTMLElement {
	const { it, name } = person();
	const join = button('Join', () => void send('members', { action: 'join', user: target }, `${name} joined.`));
	const leave = button('Leave', () => void send('members', { action: 'leave', user: target }, `${name} left.`));
	const fresh = h('input', { id: 'toy-new', placeholder: 'New person', 'aria-label': 'Handle of a new person' }) as HTMLInputElement;
	const add = button('Join as new', () => {
		const user = fresh.value.trim();
		if (user) void send('members', { action: 'join', user }, `${user} joined.`);
	});
	return group('Membership', it.member ? leave : join, fresh, add);
}

function roles(): HTMLElement {
	const { name, member } = person();
	if (!member) return group('Roles', `${name} is not in the server.`);
	const all = home()!.roles.filter((it) => it.id !== home()!.id && !it.managed);
	const boxes = all.map((role) => {
		const change = () => {
			const had = member.roles.includes(role.id);
			const next = had ? member.roles.filter((it) => it !== role.id) : [...member.roles, role.id];
			void send('members', { action: 'roles', user: target, roles: next }, `${name} ${had ? 'lost' : 'got'} ${role.name}.`);
		};
		const box = h('input', { type: 'checkbox', checked: member.roles.includes(role.id), onchange: change, 'data-key': `role ${role.id}` });
		return h('label', { class: 'check' }, box, ` ${role.name}`);
	});
	return group('Roles', ...boxes);
}

function voice(): HTMLElement {
	const { name, member } = person();
	const channels = home()?.channels.filter((it) => it.type === 2) ?? [];
	if (!member || !channels.length) return group('Voice', 'There is no voice channel.');
	const here = channels.find((it) => it.voice.includes(target));
	const change = (event: Event) => {
		const id = (event.target as HTMLSelectElement).value;
		const done = id ? `${name} is in voice.` : `${name} left voice.`;
		void send('members', { action: 'voice', user: target, channel: id || null }, done);
	};
	const options = channels.map((it) => h('option', { value: it.id, selected: it === here }, it.name));
	return group('Voice', h('select', { 'aria-label': 'Voice channel', onchange: change, 'data-key': 'toy-voice' }, h('option', { value: '' }, 'Not in voice'), ...options));
}

function time(): HTMLElement {
	const move = (label: string, seconds: number) => button(label, () => void send('clock', { advance_seconds: seconds }, `The clock of Discord was moved by ${label.slice(1)}.`));
	const offset = Math.round((state.view!.clock_offset_ms ?? 0) / 60_000);
	const about = h('p', { class: 'muted' }, offset ? `Discord is ${offset} minutes ahead.` : 'The clock of Discord; that of Paddock stays.');
	return group('Clock', move('+1 minute', 60), move('+1 hour', 3600), move('+1 day', 86_400), about);
}

function outages(): HTMLElement {
	const gateway = (label: string, action: string, done: string, kind = '') => button(label, () => void send('gateway', { action }, done), kind);
	// Answers to commands count for no limit on Discord.
	const limit = { path: 'channels/*/messages', times: 3, fault: { kind: 'rate_limited', scope: 'user', retry_after: 3 } };
	const wrong = { path: '', times: 2, fault: { kind: 'status', status: 503 } };
	const { faults } = state.view!;
	const waiting = faults > 0 && h('p', { class: 'muted' }, `${faults} of the bot's next requests will fail.`);
	return group(
		'What goes wrong',
		gateway('Kill gateway', 'drop', 'The connection was cut; the bot resumes.', 'danger'),
		gateway('New session', 'forget', 'Discord forgot the session; the bot begins another.'),
		state.view!.bot.refused ? gateway('End outage', 'up', 'Discord accepts connections.') : gateway('Begin outage', 'down', 'Discord accepts no connection.'),
		button('Rate limit', () => void send('faults', limit, 'What the bot writes in channels is put off for 3 seconds, three times; its answers to commands are not.'), 'danger'),
		button('Fail twice', () => void send('faults', wrong, 'The next 2 requests fail with 503.')),
		waiting,
	);
}

function intents(): HTMLElement {
	const { refused } = state.view!.intents;
	const boxes = Object.entries(INTENTS).map(([name, label]) => {
		const change = async () => {
			const isRefused = refused.includes(name);
			const next = isRefused ? refused.filter((it) => it !== name) : [...refused, name];
			if (isRefused) return send('intents', { refused: next }, `${label}: granted. A bot that was refused asks again when it is started anew.`);
			await send('intents', { refused: next }, `${label}: refused.`);
			// An intent matters when the bot identifies.
			await send('gateway', { action: 'forget' }, 'The bot identifies again.');
			await send('gateway', { action: 'drop' }, `${label}: refused; the bot identifies again, and goes on without. /checkup shows it.`);
		};
		const box = h('input', { type: 'checkbox', checked: refused.includes(name), onchange: () => void change(), 'data-key': `intent ${name}` });
		return h('label', { class: 'check' }, box, ` ${label}`);
	});
	return group('Refuse an intent', ...boxes);
}

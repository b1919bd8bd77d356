// At the left: servers, channels, direct messages, and whom this tab acts as.

import { byId, fill, h } from './dom';
import { type Icon, icon } from './icons';
import { avatar } from './look';
import { NEW_DM, actAs, home, isDm, isText, nameOf, onView, open, state } from './state';
import { makeRoom } from './drawers';

const SIGNS: Record<number, Icon> = { 2: 'voice', 5: 'news', 13: 'voice' };

export function startPlaces(): void {
	onView(draw);
}

function go(channel: string): void {
	open(channel);
	makeRoom();
	byId('composer-input').focus();
}

let drawn = '';

function draw(): void {
	const view = state.view;
	if (!view) return;
	// A menu that is open stays open when something else changes.
	const now = JSON.stringify([view.me, view.dm, view.people, state.channel, [...state.unread], view.guilds.map((it) => [it.name, it.channels, it.members.map((m) => [m.user, m.nick])])]);
	if (now === drawn) return;
	drawn = now;
	const guilds = view.guilds.map((guild) => {
		const current = !isDm() && guild === home();
		const first = guild.channels.find(isText);
		const letters = guild.name.split(' ').map((it) => it[0]).join('').slice(0, 3);
		return h('button', { type: 'button', class: 'guild', title: guild.name, 'aria-current': current && 'true', 'data-key': guild.id, onclick: () => first && go(first.id) }, h('span', { 'aria-hidden': 'true' }, letters), h('span', { class: 'unseen' }, guild.name));
	});
	const dm = view.dm ?? NEW_DM;
	const direct = h('button', { type: 'button', class: 'guild', 'aria-label': 'Direct messages', title: 'Direct messages', 'aria-current': isDm() && 'true', 'data-key': 'dms', onclick: () => go(dm) }, icon('mail'), unread(dm));
	const rail = h('div', { class: 'rail' }, direct, ...guilds);
	const title = isDm() ? 'Direct messages' : (home()?.name ?? 'No server');
	const body = h('div', { class: 'places' }, h('h2', {}, title), isDm() ? directs(dm) : channels(), acting());
	fill(byId('places'), rail, body);
}

function unread(id: string): HTMLElement | undefined {
	return state.unread.has(id) ? h('span', { class: 'unread', role: 'img', 'aria-label': 'unread' }) : undefined;
}

function directs(dm: string): HTMLElement {
	const bot = state.view!.bot;
	const name = bot.user.global_name ?? bot.user.username;
	const button = h('button', { type: 'button', class: 'channel', 'aria-current': 'true', 'data-key': dm, onclick: () => go(dm) }, h('img', { src: avatar(bot.user.id, name), alt: '', class: 'small' }), name);
	return h('ul', { class: 'channels' }, h('li', {}, button));
}

function channels(): HTMLElement {
	const guild = home();
	if (!guild) return h('p', { class: 'muted' }, 'They are in no server. The toys let them join.');
	const items = guild.channels.map((it) => {
		const sign = SIGNS[it.type] ? icon(SIGNS[it.type]!) : h('span', { class: 'sign', 'aria-hidden': 'true' }, '#');
		if (!isText(it)) {
			const inside = it.voice.map((id) => {
				const user = guild.members.find((member) => member.user.id === id)?.user;
				return h('li', { class: 'voice' }, user ? nameOf(user) : id);
			});
			return h('li', {}, h('div', { class: 'channel still' }, sign, it.name), inside.length > 0 && h('ul', { 'aria-label': `In ${it.name}` }, ...inside));
		}
		const current = it.id === state.channel;
		return h('li', {}, h('button', { type: 'button', class: `channel${state.unread.has(it.id) ? ' news' : ''}`, 'aria-current': current && 'page', 'data-key': it.id, onclick: () => go(it.id) }, sign, h('span', {}, it.name), unread(it.id)));
	});
	return h('ul', { class: 'channels', 'aria-label': 'Channels' }, ...items);
}

/** Everybody of the community, to act as. */
function acting(): HTMLElement {
	const view = state.view!;
	const people = [...view.people].sort((a, b) => Number(b.owner) - Number(a.owner) || a.username.localeCompare(b.username));
	const options = people.map((it) => {
		const left = it.member ? '' : ' (not in the server)';
		const name = `${it.global_name ?? it.username}${it.owner ? ' (owner)' : ''}${left}`;
		return h('option', { value: it.id, selected: it.id === view.me.id }, name);
	});
	const change = (event: Event) => actAs((event.target as HTMLSelectElement).value);
	const select = h('select', { id: 'acting', onchange: change, 'data-key': 'acting' }, ...options);
	const tab = h('a', { href: `?${new URLSearchParams({ as: state.as, channel: state.channel })}`, target: '_blank', class: 'icon', 'aria-label': 'Open another tab, to act as somebody else at the same time', title: 'Another tab' }, icon('tab'));
	const face = h('img', { src: avatar(view.me.id, nameOf(view.me)), alt: '', class: 'small' });
	return h('div', { class: 'acting' }, h('label', { for: 'acting' }, 'Acting as'), h('div', {}, face, select, tab));
}

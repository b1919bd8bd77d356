// At the right: who is in the server, with presence and in the colours of their roles.

import type { Activity, Member } from './api';
import { byId, dialog, fill, h } from './dom';
import { avatar, isDark, readable } from './look';
import { actAs, colourOf, home, isDm, nameOf, onView, state } from './state';

const STATUS: Record<string, string> = { online: 'Online', idle: 'Idle', dnd: 'Do not disturb', offline: 'Offline' };
const DOING = ['Playing', 'Streaming', 'Listening to', 'Watching', '', 'Competing in'];

export function startPeople(): void {
	onView(draw);
}

let shown = '';

function draw(): void {
	const members = isDm() ? [] : (home()?.members ?? []);
	const now = JSON.stringify([isDm(), isDark(), members, home()?.roles]);
	if (now === shown) return;
	shown = now;
	const sorted = [...members].sort((a, b) => nameOf(a.user).localeCompare(nameOf(b.user)));
	const isThere = (it: Member) => it.status !== 'offline';
	const groups = [
		['Online', sorted.filter(isThere)],
		['Offline', sorted.filter((it) => !isThere(it))],
	] as const;
	const drawn = groups.map(([title, list]) => {
		if (!list.length) return undefined;
		return h('section', {}, h('h2', {}, `${title} — ${list.length}`), h('ul', {}, ...list.map((it) => h('li', {}, row(it)))));
	});
	const empty = isDm() ? h('p', { class: 'muted' }, 'A conversation with the bot.') : undefined;
	fill(byId('people'), h('h2', { class: 'unseen' }, 'Members'), empty, ...drawn);
}

function doing(activities: Activity[]): string {
	const custom = activities.find((it) => it.type === 4);
	if (custom) return [custom.emoji?.name, custom.state].filter(Boolean).join(' ');
	const first = activities[0];
	return first ? `${DOING[first.type] ?? ''} ${first.details ?? first.name}`.trim() : '';
}

function row(it: Member): HTMLElement {
	const name = nameOf(it.user);
	const colour = colourOf(it.user.id);
	const label = h('span', { class: 'name' }, name);
	if (colour) label.style.color = readable(colour);
	const doingText = doing(it.activities);
	const face = h('span', { class: 'face' }, h('img', { src: avatar(it.user.id, name), alt: '' }), h('span', { class: `dot ${it.status}`, role: 'img', 'aria-label': STATUS[it.status] ?? it.status }));
	const words = h('span', { class: 'words' }, h('span', {}, label, it.user.bot && h('span', { class: 'tag' }, 'BOT')), doingText && h('span', { class: 'muted' }, doingText));
	return h('button', { type: 'button', class: 'member', 'data-key': it.user.id, 'data-user': it.user.username, onclick: () => profile(it) }, face, words);
}

function profile(it: Member): void {
	const roles = home()?.roles.filter((role) => it.roles.includes(role.id)) ?? [];
	const badges = roles.sort((a, b) => b.position - a.position).map((role) => h('li', { class: 'role' }, role.name));
	const act = () => {
		shown.close();
		actAs(it.user.id);
	};
	const me = it.user.id === state.view?.me.id;
	const button = !it.user.bot && !me && h('button', { type: 'button', class: 'main', onclick: act }, `Act as ${nameOf(it.user)}`);
	const facts = h('p', { class: 'muted' }, `@${it.user.username} · ${STATUS[it.status] ?? it.status}${it.pending ? ' · has not accepted the rules' : ''}`);
	const doingText = it.activities.map((activity) => doing([activity])).join(' · ');
	const list = badges.length ? h('ul', { class: 'roles', 'aria-label': 'Roles' }, ...badges) : h('p', { class: 'muted' }, 'No roles.');
	const shown = dialog(nameOf(it.user), facts, doingText && h('p', {}, doingText), list, button);
}

// Discord's markup as elements. What is not understood stays the text that it is.

import { h } from './dom';
import { channel, home, isDm, member, nameOf, now, state } from './state';

/** A whole text: blocks of lines, and what is within them. */
export function markup(text: string): DocumentFragment {
	const out = document.createDocumentFragment();
	const blocks = text.split(/```(?:[a-z0-9+-]*\n)?([\s\S]*?)```\n?/gi);
	blocks.forEach((block, index) => {
		if (index % 2) out.append(h('pre', { tabindex: 0 }, h('code', {}, block.replace(/\n$/, ''))));
		else if (block) out.append(...lines(block));
	});
	return out;
}

function lines(text: string, isQuoted = false): Node[] {
	const out: Node[] = [];
	let list: HTMLElement | undefined;
	let quote: string[] = [];
	let plain: string[] = [];
	const flush = () => {
		if (quote.length) out.push(h('blockquote', {}, ...lines(quote.join('\n'), true)));
		if (plain.length) out.push(h('span', { class: 'text' }, inline(plain.join('\n'))));
		[quote, plain, list] = [[], [], undefined];
	};
	for (const line of text.replace(/\n$/, '').split('\n')) {
		const heading = /^(#{1,3}|-#) +(.+)$/.exec(line);
		const item = /^ *(?:[-*]|\d+\.) +(.+)$/.exec(line);
		// A quote within a quote is text.
		const quoted = isQuoted ? null : /^>(?:>>)? (.*)$/.exec(line);
		if (heading) {
			flush();
			const small = heading[1] === '-#';
			const level = heading[1]!.length;
			out.push(h('div', { class: small ? 'subtext' : `heading heading-${level}` }, inline(heading[2]!)));
		} else if (item) {
			if (!list) {
				flush();
				list = h(/^ *\d/.test(line) ? 'ol' : 'ul');
				out.push(list);
			}
			list.append(h('li', {}, inline(item[1]!)));
		} else if (quoted) {
			if (!quote.length) flush();
			quote.push(quoted[1]!);
		} else {
			if (!plain.length) flush();
			plain.push(line);
		}
	}
	flush();
	return out;
}

type Rule = [RegExp, (found: RegExpExecArray) => Node | string];

const around = (tag: string, attributes = {}) => (found: RegExpExecArray) => h(tag, attributes, inline(found[1]!));

const RULES: Rule[] = [
	[/^\\([^\p{L}\p{N}\s])/u, (found) => found[1]!],
	[/^(`+)([\s\S]*?[^`])\1(?!`)/, (found) => h('code', {}, found[2]!)],
	[/^\*\*([\s\S]+?)\*\*(?!\*)/, around('strong')],
	[/^__([\s\S]+?)__(?!_)/, around('u')],
	[/^~~([\s\S]+?)~~/, around('s')],
	[/^\|\|([\s\S]+?)\|\|/, spoiler],
	[/^\*(?=\S)([\s\S]*?\S)\*(?!\*)/, around('em')],
	[/^_(?=\S)([\s\S]*?\S)_(?![_\p{L}\p{N}])/u, around('em')],
	[/^\[([^\]\n]+)\]\(<?(https?:\/\/[^\s)>]+)>?\)/, (found) => link(found[2]!, inline(found[1]!))],
	[/^<(https?:\/\/[^\s>]+)>/, (found) => link(found[1]!, found[1]!)],
	[/^https?:\/\/[^\s<]*[^\s<.,:;"')\]!?*_]/, (found) => link(found[0], found[0])],
	[/^<@!?(\d+)>/, (found) => mention(person(found[1]!))],
	[/^<@&(\d+)>/, (found) => mention(role(found[1]!))],
	[/^<#(\d+)>/, (found) => mention(`#${channel(found[1]!)?.name ?? 'unknown'}`)],
	[/^<\/([^:>]+):\d+>/, (found) => mention(`/${found[1]}`)],
	[/^<id:([a-z]+)>/, (found) => mention(`#${found[1]}`)],
	[/^<a?:(\w+):\d+>/, (found) => `:${found[1]}:`],
	[/^<t:(-?\d{1,12})(?::([tTdDfFR]))?>/, (found) => time(Number(found[1]), found[2] ?? 'f')],
	[/^@(?:everyone|here)\b/, (found) => mention(found[0])],
	[/^\n/, () => h('br')],
];

export function inline(text: string): DocumentFragment {
	const out = document.createDocumentFragment();
	let plain = '';
	let rest = text;
	let before = '';
	while (rest) {
		// An underscore within a word is no markup.
		const skip = rest[0] === '_' && /[\p{L}\p{N}]/u.test(before);
		const hit = skip ? undefined : first(rest);
		if (hit) {
			if (plain) out.append(plain);
			plain = '';
			out.append(hit[1]);
			rest = rest.slice(hit[0]);
			before = '';
		} else {
			before = [...rest.slice(0, 2)][0]!;
			plain += before;
			rest = rest.slice(before.length);
		}
	}
	if (plain) out.append(plain);
	return out;
}

function first(text: string): [number, Node | string] | undefined {
	for (const [pattern, make] of RULES) {
		const found = pattern.exec(text);
		if (found) return [found[0].length, make(found)];
	}
	return undefined;
}

/** An address on this machine: the files of the simulated Discord, whatever host they claim. */
export function address(url: string): string | undefined {
	const found = /^https?:\/\/[^/]+(\/(?:ephemeral-)?attachments\/.+)$/.exec(url);
	if (!found) return undefined;
	try {
		const host = new URL(url).host;
		const isOurs = host === location.host || /^(127\.|localhost)/.test(host) || /discordapp\.(com|net)$/.test(host);
		return isOurs ? encodeURI(decodeURI(found[1]!)) : undefined;
	} catch {
		// Anybody can write what is no address.
		return undefined;
	}
}

export function link(url: string, text: Node | string): HTMLElement {
	return h('a', { href: address(url) ?? url, target: '_blank', rel: 'noopener noreferrer' }, text);
}

function mention(text: string): HTMLElement {
	return h('span', { class: 'mention' }, text);
}

function person(id: string): string {
	const user = member(id)?.user ?? state.view?.people.find((it) => it.id === id);
	return `@${user ? nameOf(user) : 'unknown-user'}`;
}

function role(id: string): string {
	const found = isDm() ? undefined : home()?.roles.find((it) => it.id === id);
	return found ? `@${found.name.replace(/^@/, '')}` : '@deleted-role';
}

function spoiler(found: RegExpExecArray): HTMLElement {
	const button = h('button', { type: 'button', class: 'spoiler', 'aria-label': 'Spoiler, show it' });
	button.addEventListener('click', () => button.replaceWith(h('span', { class: 'shown' }, inline(found[1]!))));
	button.append('spoiler');
	return button;
}

const STYLES: Record<string, Intl.DateTimeFormatOptions> = {
	t: { timeStyle: 'short' },
	T: { timeStyle: 'medium' },
	d: { dateStyle: 'short' },
	D: { dateStyle: 'long' },
	f: { dateStyle: 'long', timeStyle: 'short' },
	F: { dateStyle: 'full', timeStyle: 'short' },
};

export function time(second: number, style: string): HTMLElement {
	const date = new Date(second * 1000);
	const whole = new Intl.DateTimeFormat(undefined, STYLES.F).format(date);
	const element = h('time', { datetime: date.toISOString(), title: whole, class: 'time' });
	if (style === 'R') element.dataset.relative = String(second);
	element.textContent = style === 'R' ? relative(second) : new Intl.DateTimeFormat(undefined, STYLES[style]).format(date);
	return element;
}

const UNITS: [Intl.RelativeTimeFormatUnit, number, number][] = [
	['second', 1, 59.5],
	['minute', 60, 59.5],
	['hour', 3600, 23.5],
	['day', 86_400, 30.5],
	['month', 2_629_746, 11.5],
	['year', 31_556_952, Infinity],
];

function relative(second: number): string {
	const away = second - now() / 1000;
	const [unit, size] = UNITS.find(([, size, most]) => Math.abs(away) / size < most)!;
	return new Intl.RelativeTimeFormat('en', { numeric: 'auto' }).format(Math.round(away / size), unit);
}

/** Times that say how long ago they are, as time goes by and the clock is moved. */
export function refreshTimes(): void {
	for (const element of document.querySelectorAll<HTMLElement>('[data-relative]')) {
		element.textContent = relative(Number(element.dataset.relative));
	}
}

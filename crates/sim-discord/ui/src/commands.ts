// Reading a command as it is typed, and what could be typed next.

import type { Command, Option } from './api';
import { get, post } from './api';
import { channels, people, roles } from './picker';
import { NEW_DM, place, state } from './state';

/** One completion: what is shown, and the text that it makes of the whole input. */
export interface Completion {
	label: string;
	description: string;
	text: string;
	/** Whether it replaces what was typed although nobody moved to it. */
	first?: boolean;
	/** Opens the choice of files instead. */
	file?: boolean;
}

interface Typed {
	words: string;
	options: Option[];
	given: { option: Option; value: string }[];
	/** What follows the last complete option. */
	rest: string;
}

let commands: Command[] = [];
let version = '';

/** Values by option and the text that stands for them, as they were picked. */
const picked = new Map<string, string>();

/** The value that a text stands for where it is given for an option. */
export function remember(option: string, label: string, value: string): void {
	picked.set(`${option}:${label}`, value);
}

/** Reads which commands the person can use here, where that may have changed. */
export async function readCommands(): Promise<void> {
	const { view, as, channel } = state;
	const wanted = JSON.stringify([view?.commands, as, channel, view?.guilds.map((it) => it.members.find((m) => m.user.id === view.me.id)?.roles)]);
	if (!view || wanted === version) return;
	version = wanted;
	// Before the first direct message there is no such channel; the bot's own commands are those of any.
	const id = channel === NEW_DM ? '0' : channel;
	commands = await get<Command[]>('view/commands', { as, channel: id }).catch(() => []);
}

/** Every command with its sub-commands, by the words that are typed. */
function leaves(): { words: string; description: string; options: Option[] }[] {
	const below = (words: string, description: string, options: Option[] = []): ReturnType<typeof leaves> => {
		const nested = options.filter((it) => it.type === 1 || it.type === 2);
		if (!nested.length) return [{ words, description, options }];
		return nested.flatMap((it) => below(`${words} ${it.name}`, it.description, it.options));
	};
	return commands.flatMap((it) => below(it.name, it.description, it.options));
}

function read(text: string): Typed | undefined {
	const body = text.replace(/^\s*\//, '');
	const fits = leaves().filter((it) => body === it.words || body.startsWith(`${it.words} `));
	const leaf = fits.sort((a, b) => b.words.length - a.words.length)[0];
	if (!leaf) return undefined;
	const given: Typed['given'] = [];
	let rest = body.slice(leaf.words.length);
	const names = leaf.options.map((it) => it.name);
	const next = new RegExp(`(?:^|\\s)(${names.join('|') || '(?!)'}):`, 'g');
	const starts = [...rest.matchAll(next)];
	starts.forEach((found, index) => {
		const from = found.index + found[0].length;
		const value = rest.slice(from, starts[index + 1]?.index);
		const option = leaf.options.find((it) => it.name === found[1])!;
		given.push({ option, value });
	});
	rest = starts.length ? '' : rest;
	return { words: leaf.words, options: leaf.options, given, rest };
}

/** Words and options as the control surface takes them. */
export function parse(text: string): { text: string; options: Record<string, string> } | undefined {
	const typed = read(text.trim());
	if (!typed || typed.rest.trim()) return undefined;
	const options = typed.given.map(({ option, value }) => {
		const plain = value.trim();
		return [option.name, picked.get(`${option.name}:${plain}`) ?? plain] as const;
	});
	return { text: `/${typed.words}`, options: Object.fromEntries(options) };
}

/** What could follow what was typed, most useful first. */
export async function complete(text: string, files: string[]): Promise<Completion[]> {
	if (!/^\s*\//.test(text)) return [];
	const typed = read(text);
	if (!typed || (text.trim() === `/${typed.words}` && !text.endsWith(' '))) return completeWords(text);
	const last = typed.given.at(-1);
	if (!last || /\S\s+$/.test(last.value)) return completeOption(text, typed);
	// The last word may belong to the value, or begin the name of the next option.
	const [, before, word] = /^(.*\S)\s+(\S+)$/s.exec(last.value) ?? [];
	const next = word ? completeOption(text, typed) : [];
	if (before !== undefined && picked.has(`${last.option.name}:${before.trim()}`)) {
		return next.map((it) => ({ ...it, first: true }));
	}
	return [...(await completeValue(text, last, files)), ...next];
}

function completeWords(text: string): Completion[] {
	const wanted = text.replace(/^\s*\//, '').toLowerCase();
	const rank = (words: string) => (words.startsWith(wanted) ? 0 : 1);
	const fits = leaves().filter((it) => it.words.includes(wanted));
	fits.sort((a, b) => rank(a.words) - rank(b.words) || a.words.localeCompare(b.words));
	return fits.map((it) => {
		const needed = it.options.find((option) => option.required);
		const next = `/${it.words}${it.options.length ? ' ' : ''}${needed ? `${needed.name}:` : ''}`;
		return { label: `/${it.words}`, description: it.description, text: next, first: it.words !== wanted };
	});
}

function completeOption(text: string, typed: Typed): Completion[] {
	const begun = /(\S*)$/.exec(text)![1]!;
	const open = typed.options.filter((it) => !typed.given.some(({ option }) => option.name === it.name));
	const fits = open.filter((it) => it.name.startsWith(begun));
	const before = text.slice(0, text.length - begun.length);
	return fits.map((it) => ({
		label: `${it.name}:`,
		description: it.required ? `${it.description} (required)` : it.description,
		text: `${before.replace(/\s*$/, ' ')}${it.name}:`,
	}));
}

async function completeValue(text: string, last: { option: Option; value: string }, files: string[]): Promise<Completion[]> {
	const { option } = last;
	const wanted = last.value.trimStart();
	const before = text.slice(0, text.length - last.value.length);
	const make = (label: string, value: string, description = '', first = true): Completion => {
		remember(option.name, label, value);
		return { label, description, text: `${before}${label} `, first };
	};
	const filtered = (all: { label: string; value: string; description?: string }[]) => {
		const low = wanted.toLowerCase().replace(/^[@#]/, '');
		const fits = all.filter((it) => `${it.label} ${it.description ?? ''}`.toLowerCase().includes(low));
		return fits.slice(0, 25).map((it) => make(it.label, it.value, it.description));
	};
	const at = (all: ReturnType<typeof people>) => all.map((it) => ({ ...it, label: it.label.replace(/^@?/, '@') }));
	if (option.choices?.length) return filtered(option.choices.map((it) => ({ label: it.name, value: String(it.value) })));
	switch (option.type) {
		case 5:
			return filtered([{ label: 'True', value: 'true' }, { label: 'False', value: 'false' }]);
		case 6:
			return filtered(at(people()));
		case 7:
			return filtered(channels(option.channel_types));
		case 8:
			return filtered(roles());
		case 9:
			return filtered([...at(people()), ...roles()]);
		case 11: {
			const choose = { label: 'Choose a file…', description: 'from this computer', text: before, file: true, first: false };
			return [...files.filter((it) => it !== wanted.trim()).map((it) => make(it, it)), choose];
		}
	}
	if (!option.autocomplete) return [];
	const reply = await post('autocomplete', { as: state.as, text: text.trimEnd(), ...place() }).catch(() => undefined);
	return (reply?.choices ?? []).map((it) => make(it.name, String(it.value), '', false));
}

/** What is missing of a command, in a line below the input. */
export function hint(text: string): string {
	const typed = read(text);
	if (!typed) return '';
	const missing = typed.options.filter((it) => it.required && !typed.given.some(({ option, value }) => option.name === it.name && value.trim()));
	const current = typed.given.at(-1)?.option;
	if (current && !text.endsWith(' ')) return `${current.name}: ${current.description}`;
	return missing.length ? `Still needed: ${missing.map((it) => it.name).join(', ')}` : 'Press Enter to send';
}

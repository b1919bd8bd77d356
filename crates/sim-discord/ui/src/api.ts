// The control surface under /sim, of which this page is a client.

export interface User {
	id: string;
	username: string;
	global_name: string | null;
	bot: boolean;
}

export interface Person extends User {
	member: boolean;
	owner: boolean;
}

export interface Role {
	id: string;
	name: string;
	color: number;
	position: number;
	managed: boolean;
}

export interface Activity {
	type: number;
	name: string;
	state?: string | null;
	details?: string | null;
	emoji?: { name: string } | null;
}

export interface Member {
	user: User;
	nick: string | null;
	roles: string[];
	pending: boolean;
	status: string;
	activities: Activity[];
}

export interface Channel {
	id: string;
	type: number;
	name: string;
	topic: string | null;
	may_send: boolean;
	may_attach: boolean;
	voice: string[];
	parent_id?: string | null;
}

export interface Guild {
	id: string;
	name: string;
	owner_id: string;
	channels: Channel[];
	roles: Role[];
	members: Member[];
}

export interface View {
	me: User;
	status: string;
	bot: { user: User; connected: boolean; refused: boolean };
	intents: { granted: string[]; limited: string[]; refused: string[] };
	faults: number;
	clock_offset_ms: number;
	commands: { count: number; version: string | null };
	home: string;
	guilds: Guild[];
	dm: string | null;
	people: Person[];
}

export interface Attachment {
	id: string;
	filename: string;
	content_type: string;
	size: number;
	url: string;
}

export interface Embed {
	title?: string;
	description?: string;
	url?: string;
	color?: number;
	timestamp?: string;
	footer?: { text: string };
	author?: { name: string; url?: string };
	image?: { url: string };
	thumbnail?: { url: string };
	fields?: { name: string; value: string; inline?: boolean }[];
}

export interface SelectOption {
	label: string;
	value: string;
	description?: string;
	default?: boolean;
}

export interface Component {
	type: number;
	custom_id?: string;
	label?: string;
	style?: number;
	url?: string;
	disabled?: boolean;
	emoji?: { name: string };
	placeholder?: string;
	options?: SelectOption[];
	default_values?: { id: string }[];
	channel_types?: number[];
	min_values?: number;
	max_values?: number;
	min_length?: number;
	max_length?: number;
	required?: boolean;
	value?: string;
	content?: string;
	components?: Component[];
	accessory?: Component;
}

export interface Message {
	id: string;
	channel_id: string;
	type: number;
	author: User;
	content: string;
	timestamp: string;
	edited_timestamp: string | null;
	attachments: Attachment[];
	embeds: Embed[];
	components: Component[];
	flags: number;
	interaction_metadata?: { user: User; type: number };
	text: string;
}

export interface ModalField {
	custom_id: string;
	label: string;
	required: boolean;
	value: string;
	input: Component;
}

export interface Reply {
	kind?: 'message' | 'update' | 'choices' | 'modal';
	text: string;
	modal?: { custom_id: string; title: string; fields: ModalField[] } | null;
	choices?: { name: string; value: unknown }[];
	interaction_id?: string;
}

export interface Option {
	type: number;
	name: string;
	description: string;
	required?: boolean;
	autocomplete?: boolean;
	choices?: { name: string; value: unknown }[];
	options?: Option[];
	channel_types?: number[];
}

export interface Command {
	id: string;
	name: string;
	description: string;
	options?: Option[];
}

/** What the server refuses, in its words. */
export class Refused extends Error {}

async function answer<T>(response: Response): Promise<T> {
	const body = await response.json();
	if (!response.ok) throw new Refused(body.error ?? `HTTP ${response.status}`);
	return body;
}

/** The browser's own words for a server that is gone say nothing to anybody. */
async function ask(path: string, request?: RequestInit): Promise<Response> {
	try {
		return await fetch(`/sim${path}`, request);
	} catch {
		throw new Error('The simulated Discord does not answer. Does Paddock still run in the terminal?');
	}
}

/** Reads what is at a path below `/sim`, or there itself. */
export async function get<T>(path: string, query: Record<string, string> = {}): Promise<T> {
	return answer(await ask(`${path && `/${path}`}?${new URLSearchParams(query)}`));
}

export async function post<T = Reply>(path: string, body: unknown): Promise<T> {
	const headers = { 'content-type': 'application/json' };
	return answer(await ask(`/${path}`, { method: 'POST', headers, body: JSON.stringify(body) }));
}

/** The content of a file in base64. */
async function base64(file: File): Promise<string> {
	const bytes = new Uint8Array(await file.arrayBuffer());
	let text = '';
	for (let at = 0; at < bytes.length; at += 0x8000) {
		text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
	}
	return btoa(text);
}

/** Files by name, as the control surface takes them. */
export async function contents(files: File[]): Promise<Record<string, string>> {
	return Object.fromEntries(await Promise.all(files.map(async (it) => [it.name, await base64(it)] as const)));
}

// What this tab knows: whom it acts as, what they see, and which channel is open.

import { type Channel, type Guild, type Member, type Message, Refused, type View, get } from './api';
import { complain } from './notes';

type Listener = () => void;

const LIMIT = 100;
/** Milliseconds until a stream that the browser gave up is opened again. */
const RETRY = 2000;
/** The id of the channel of direct messages before there is one. */
export const NEW_DM = 'dm';

export const state = {
	/** Whom this tab acts as: an id or a handle. */
	as: '',
	channel: '',
	view: null as View | null,
	/** Of the open channel, oldest first. */
	messages: new Map<string, Message>(),
	unread: new Set<string>(),
	dismissed: new Set<string>(),
	/** Whether the stream of events broke off, so that what is shown may be old. */
	lost: false,
};

const views: Listener[] = [];
const lists: Listener[] = [];
const arrivals: ((message: Message) => void)[] = [];
const deleted = new Set<string>();
let stream: EventSource | undefined;
let reading = 0;
/** What arrived since the messages were last asked for. */
let since = new Map<string, Message>();

export function onView(listener: Listener): void {
	views.push(listener);
}

export function onMessages(listener: Listener): void {
	lists.push(listener);
}

/** Of the open channel, new or edited, once it is in the list. */
export function onArrival(listener: (message: Message) => void): void {
	arrivals.push(listener);
}

export function changedView(): void {
	for (const listener of views) listener();
}

export function changedMessages(): void {
	for (const listener of lists) listener();
}

/** Now, by the clock of the simulated Discord. */
export function now(): number {
	return Date.now() + (state.view?.clock_offset_ms ?? 0);
}

/** Reads from the address whom this tab acts as. */
export function readAddress(): void {
	const query = new URLSearchParams(location.search);
	state.as = query.get('as') ?? '';
	state.channel = query.get('channel') ?? '';
}

function writeAddress(): void {
	const address = `?${new URLSearchParams({ as: state.as, channel: state.channel })}`;
	if (address !== location.search) history.pushState(null, '', address);
}

/** Acts as somebody from now on. */
export function actAs(id: string): void {
	state.as = id;
	state.view = null;
	state.messages.clear();
	state.unread.clear();
	writeAddress();
	connect();
}

/** The open channel, as the control surface takes it. */
export function place(): { dm: true } | { channel: string } {
	return state.channel === NEW_DM ? { dm: true } : { channel: state.channel };
}

export function open(channel: string): void {
	state.channel = channel;
	state.unread.delete(channel);
	state.messages.clear();
	writeAddress();
	changedView();
	void read();
}

/** Somebody to act as, where the address names nobody: the newcomer of the guided road, or anybody. */
export async function settleWhom(): Promise<void> {
	const { users } = await get<{ users: { id: string; username: string; bot: boolean }[] }>('');
	const people = users.filter((it) => !it.bot);
	const found = people.find((it) => it.username === 'ada') ?? people[0];
	state.as = found?.id ?? '';
}

/** Keeps a stream of events open while this tab is looked at: a browser has six connections to a server for all its tabs. */
export function startStream(): void {
	document.addEventListener('visibilitychange', connect);
	connect();
}

/** Opens the stream of events, or closes it where nobody looks. */
function connect(): void {
	stream?.close();
	stream = undefined;
	if (document.hidden) return;
	const opened = new EventSource(`/sim/events?${new URLSearchParams({ as: state.as })}`);
	stream = opened;
	const parsed = <T>(listener: (body: T) => void) => (event: MessageEvent) => listener(JSON.parse(event.data));
	let first = true;
	opened.addEventListener('open', () => {
		first = true;
	});
	opened.addEventListener(
		'view',
		parsed<View>((view) => {
			state.view = view;
			state.lost = false;
			const was = state.channel;
			settle();
			changedView();
			if (first || was !== state.channel) void read();
			first = false;
		}),
	);
	opened.addEventListener('message', parsed<Message>(arrive));
	opened.addEventListener(
		'delete',
		parsed<{ id: string }>(({ id }) => {
			deleted.add(id);
			if (state.messages.delete(id)) changedMessages();
		}),
	);
	opened.addEventListener('error', () => {
		state.lost = true;
		changedView();
		// Otherwise the browser opens it again by itself.
		if (opened.readyState === EventSource.CLOSED) setTimeout(() => void reopen(opened), RETRY);
	});
}

/** Opens a stream again that the browser gave up: the simulator is gone, or knows nobody of this name. */
async function reopen(closed: EventSource): Promise<void> {
	if (stream !== closed) return;
	try {
		await get('view', { as: state.as });
	} catch (error) {
		if (error instanceof Refused) {
			complain(error);
			await settleWhom().catch(() => undefined);
		}
	}
	if (stream === closed) connect();
}

/** Sees to it that the open channel is one that there is. */
function settle(): void {
	const view = state.view!;
	if (state.channel === NEW_DM && view.dm) state.channel = view.dm;
	const known = state.channel === view.dm || state.channel === NEW_DM || channel(state.channel);
	if (!known) {
		const texts = home()?.channels.filter(isText) ?? [];
		const general = texts.find((it) => it.name === 'general') ?? texts[0];
		state.channel = general?.id ?? view.dm ?? NEW_DM;
	}
	writeAddress();
}

function arrive(message: Message): void {
	if (message.channel_id !== state.channel) {
		if (state.unread.has(message.channel_id)) return;
		state.unread.add(message.channel_id);
		changedView();
		return;
	}
	since.set(message.id, message);
	state.messages.set(message.id, message);
	changedMessages();
	for (const listener of arrivals) listener(message);
}

/** Reads the messages of the open channel: what was shown before may have been deleted unseen. */
async function read(): Promise<void> {
	const number = ++reading;
	since = new Map();
	if (state.channel === NEW_DM) return;
	const query = { as: state.as, channel: state.channel, limit: String(LIMIT) };
	const found = await get<Message[]>('view/messages', query).catch(() => undefined);
	if (!found || number !== reading) return;
	const all = [...found, ...since.values()].filter((it) => !deleted.has(it.id));
	state.messages = new Map(all.map((it) => [it.id, it]));
	changedMessages();
}

export function isText(it: Channel): boolean {
	return it.type !== 2 && it.type !== 4 && it.type !== 13;
}

/** The guild that is open: that of the channel, or the first. */
export function home(): Guild | undefined {
	const guilds = state.view?.guilds ?? [];
	const here = guilds.find((guild) => guild.channels.some((it) => it.id === state.channel));
	return here ?? guilds.find((it) => it.id === state.view?.home) ?? guilds[0];
}

export function channel(id: string): Channel | undefined {
	return state.view?.guilds.flatMap((it) => it.channels).find((it) => it.id === id);
}

export function isDm(): boolean {
	return state.channel === NEW_DM || state.channel === state.view?.dm;
}

export function member(id: string): Member | undefined {
	return home()?.members.find((it) => it.user.id === id);
}

/** What somebody is called here. */
export function nameOf(user: { id: string; username: string; global_name?: string | null }): string {
	const nick = isDm() ? null : member(user.id)?.nick;
	return nick ?? user.global_name ?? user.username;
}

/** The colour of somebody's highest role that has one. */
export function colourOf(id: string): number {
	const roles = home()?.roles ?? [];
	const own = member(id)?.roles ?? [];
	const coloured = roles.filter((it) => own.includes(it.id) && it.color !== 0);
	return coloured.sort((a, b) => b.position - a.position)[0]?.color ?? 0;
}

// In place of lit's directive of this name, which writes a `style` attribute at first: the policy of the page allows
// none. This one only sets properties, which needs no permission.

import { noChange } from 'lit';
import { type AttributePart, Directive, directive } from 'lit/directive.js';

type Styles = Record<string, string | null | undefined>;

class StyleMap extends Directive {
	render(_styles: Styles): unknown {
		return noChange;
	}

	override update(part: AttributePart, [styles]: [Styles]): unknown {
		const { style } = part.element as HTMLElement;
		for (const [name, value] of Object.entries(styles)) {
			if (value) style.setProperty(name, value);
			else style.removeProperty(name);
		}
		return noChange;
	}
}

export const styleMap = directive(StyleMap);

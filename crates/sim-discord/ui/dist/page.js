var Kt=globalThis,Yt=Kt.ShadowRoot&&(Kt.ShadyCSS===void 0||Kt.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,ri=Symbol(),Do=new WeakMap,Ht=class{constructor(t,s,i){if(this._$cssResult$=!0,i!==ri)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=t,this.t=s}get styleSheet(){let t=this.o,s=this.t;if(Yt&&t===void 0){let i=s!==void 0&&s.length===1;i&&(t=Do.get(s)),t===void 0&&((this.o=t=new CSSStyleSheet).replaceSync(this.cssText),i&&Do.set(s,t))}return t}toString(){return this.cssText}},Io=e=>new Ht(typeof e=="string"?e:e+"",void 0,ri),se=(e,...t)=>{let s=e.length===1?e[0]:t.reduce((i,o,r)=>i+(a=>{if(a._$cssResult$===!0)return a.cssText;if(typeof a=="number")return a;throw Error("Value passed to 'css' function must be a 'css' function result: "+a+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(o)+e[r+1],e[0]);return new Ht(s,e,ri)},Lo=(e,t)=>{if(Yt)e.adoptedStyleSheets=t.map(s=>s instanceof CSSStyleSheet?s:s.styleSheet);else for(let s of t){let i=document.createElement("style"),o=Kt.litNonce;o!==void 0&&i.setAttribute("nonce",o),i.textContent=s.cssText,e.appendChild(i)}},ai=Yt?e=>e:e=>e instanceof CSSStyleSheet?(t=>{let s="";for(let i of t.cssRules)s+=i.cssText;return Io(s)})(e):e;var{is:ha,defineProperty:ca,getOwnPropertyDescriptor:da,getOwnPropertyNames:ma,getOwnPropertySymbols:pa,getPrototypeOf:fa}=Object,Qt=globalThis,Oo=Qt.trustedTypes,va=Oo?Oo.emptyScript:"",ua=Qt.reactiveElementPolyfillSupport,$t=(e,t)=>e,kt={toAttribute(e,t){switch(t){case Boolean:e=e?va:null;break;case Object:case Array:e=e==null?e:JSON.stringify(e)}return e},fromAttribute(e,t){let s=e;switch(t){case Boolean:s=e!==null;break;case Number:s=e===null?null:Number(e);break;case Object:case Array:try{s=JSON.parse(e)}catch{s=null}}return s}},Xt=(e,t)=>!ha(e,t),Po={attribute:!0,type:String,converter:kt,reflect:!1,useDefault:!1,hasChanged:Xt};Symbol.metadata??=Symbol("metadata"),Qt.litPropertyMetadata??=new WeakMap;var xe=class extends HTMLElement{static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(t,s=Po){if(s.state&&(s.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(t)&&((s=Object.create(s)).wrapped=!0),this.elementProperties.set(t,s),!s.noAccessor){let i=Symbol(),o=this.getPropertyDescriptor(t,i,s);o!==void 0&&ca(this.prototype,t,o)}}static getPropertyDescriptor(t,s,i){let{get:o,set:r}=da(this.prototype,t)??{get(){return this[s]},set(a){this[s]=a}};return{get:o,set(a){let l=o?.call(this);r?.call(this,a),this.requestUpdate(t,l,i)},configurable:!0,enumerable:!0}}static getPropertyOptions(t){return this.elementProperties.get(t)??Po}static _$Ei(){if(this.hasOwnProperty($t("elementProperties")))return;let t=fa(this);t.finalize(),t.l!==void 0&&(this.l=[...t.l]),this.elementProperties=new Map(t.elementProperties)}static finalize(){if(this.hasOwnProperty($t("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty($t("properties"))){let s=this.properties,i=[...ma(s),...pa(s)];for(let o of i)this.createProperty(o,s[o])}let t=this[Symbol.metadata];if(t!==null){let s=litPropertyMetadata.get(t);if(s!==void 0)for(let[i,o]of s)this.elementProperties.set(i,o)}this._$Eh=new Map;for(let[s,i]of this.elementProperties){let o=this._$Eu(s,i);o!==void 0&&this._$Eh.set(o,s)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(t){let s=[];if(Array.isArray(t)){let i=new Set(t.flat(1/0).reverse());for(let o of i)s.unshift(ai(o))}else t!==void 0&&s.push(ai(t));return s}static _$Eu(t,s){let i=s.attribute;return i===!1?void 0:typeof i=="string"?i:typeof t=="string"?t.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(t=>this.enableUpdating=t),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(t=>t(this))}addController(t){(this._$EO??=new Set).add(t),this.renderRoot!==void 0&&this.isConnected&&t.hostConnected?.()}removeController(t){this._$EO?.delete(t)}_$E_(){let t=new Map,s=this.constructor.elementProperties;for(let i of s.keys())this.hasOwnProperty(i)&&(t.set(i,this[i]),delete this[i]);t.size>0&&(this._$Ep=t)}createRenderRoot(){let t=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return Lo(t,this.constructor.elementStyles),t}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(t=>t.hostConnected?.())}enableUpdating(t){}disconnectedCallback(){this._$EO?.forEach(t=>t.hostDisconnected?.())}attributeChangedCallback(t,s,i){this._$AK(t,i)}_$ET(t,s){let i=this.constructor.elementProperties.get(t),o=this.constructor._$Eu(t,i);if(o!==void 0&&i.reflect===!0){let r=(i.converter?.toAttribute!==void 0?i.converter:kt).toAttribute(s,i.type);this._$Em=t,r==null?this.removeAttribute(o):this.setAttribute(o,r),this._$Em=null}}_$AK(t,s){let i=this.constructor,o=i._$Eh.get(t);if(o!==void 0&&this._$Em!==o){let r=i.getPropertyOptions(o),a=typeof r.converter=="function"?{fromAttribute:r.converter}:r.converter?.fromAttribute!==void 0?r.converter:kt;this._$Em=o;let l=a.fromAttribute(s,r.type);this[o]=l??this._$Ej?.get(o)??l,this._$Em=null}}requestUpdate(t,s,i,o=!1,r){if(t!==void 0){let a=this.constructor;if(o===!1&&(r=this[t]),i??=a.getPropertyOptions(t),!((i.hasChanged??Xt)(r,s)||i.useDefault&&i.reflect&&r===this._$Ej?.get(t)&&!this.hasAttribute(a._$Eu(t,i))))return;this.C(t,s,i)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(t,s,{useDefault:i,reflect:o,wrapped:r},a){i&&!(this._$Ej??=new Map).has(t)&&(this._$Ej.set(t,a??s??this[t]),r!==!0||a!==void 0)||(this._$AL.has(t)||(this.hasUpdated||i||(s=void 0),this._$AL.set(t,s)),o===!0&&this._$Em!==t&&(this._$Eq??=new Set).add(t))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(s){Promise.reject(s)}let t=this.scheduleUpdate();return t!=null&&await t,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[o,r]of this._$Ep)this[o]=r;this._$Ep=void 0}let i=this.constructor.elementProperties;if(i.size>0)for(let[o,r]of i){let{wrapped:a}=r,l=this[o];a!==!0||this._$AL.has(o)||l===void 0||this.C(o,void 0,r,l)}}let t=!1,s=this._$AL;try{t=this.shouldUpdate(s),t?(this.willUpdate(s),this._$EO?.forEach(i=>i.hostUpdate?.()),this.update(s)):this._$EM()}catch(i){throw t=!1,this._$EM(),i}t&&this._$AE(s)}willUpdate(t){}_$AE(t){this._$EO?.forEach(s=>s.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(t)),this.updated(t)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(t){return!0}update(t){this._$Eq&&=this._$Eq.forEach(s=>this._$ET(s,this[s])),this._$EM()}updated(t){}firstUpdated(t){}};xe.elementStyles=[],xe.shadowRootOptions={mode:"open"},xe[$t("elementProperties")]=new Map,xe[$t("finalized")]=new Map,ua?.({ReactiveElement:xe}),(Qt.reactiveElementVersions??=[]).push("2.1.2");var li=globalThis,Ro=e=>e,es=li.trustedTypes,No=es?es.createPolicy("lit-html",{createHTML:e=>e}):void 0,hi="$lit$",He=`lit$${Math.random().toFixed(9).slice(2)}$`,ci="?"+He,ga=`<${ci}>`,Je=document,Tt=()=>Je.createComment(""),St=e=>e===null||typeof e!="object"&&typeof e!="function",di=Array.isArray,Zo=e=>di(e)||typeof e?.[Symbol.iterator]=="function",ni=`[ 	
\f\r]`,Et=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,Bo=/-->/g,Uo=/>/g,Ze=RegExp(`>|${ni}(?:([^\\s"'>=/]+)(${ni}*=${ni}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),qo=/'/g,Fo=/"/g,Go=/^(?:script|style|textarea|title)$/i,mi=e=>(t,...s)=>({_$litType$:e,strings:t,values:s}),f=mi(1),T=mi(2),_l=mi(3),ce=Symbol.for("lit-noChange"),G=Symbol.for("lit-nothing"),Wo=new WeakMap,Ge=Je.createTreeWalker(Je,129);function Jo(e,t){if(!di(e)||!e.hasOwnProperty("raw"))throw Error("invalid template strings array");return No!==void 0?No.createHTML(t):t}var Ko=(e,t)=>{let s=e.length-1,i=[],o,r=t===2?"<svg>":t===3?"<math>":"",a=Et;for(let l=0;l<s;l++){let h=e[l],p,d,c=-1,w=0;for(;w<h.length&&(a.lastIndex=w,d=a.exec(h),d!==null);)w=a.lastIndex,a===Et?d[1]==="!--"?a=Bo:d[1]!==void 0?a=Uo:d[2]!==void 0?(Go.test(d[2])&&(o=RegExp("</"+d[2],"g")),a=Ze):d[3]!==void 0&&(a=Ze):a===Ze?d[0]===">"?(a=o??Et,c=-1):d[1]===void 0?c=-2:(c=a.lastIndex-d[2].length,p=d[1],a=d[3]===void 0?Ze:d[3]==='"'?Fo:qo):a===Fo||a===qo?a=Ze:a===Bo||a===Uo?a=Et:(a=Ze,o=void 0);let g=a===Ze&&e[l+1].startsWith("/>")?" ":"";r+=a===Et?h+ga:c>=0?(i.push(p),h.slice(0,c)+hi+h.slice(c)+He+g):h+He+(c===-2?l:g)}return[Jo(e,r+(e[s]||"<?>")+(t===2?"</svg>":t===3?"</math>":"")),i]},Ct=class e{constructor({strings:t,_$litType$:s},i){let o;this.parts=[];let r=0,a=0,l=t.length-1,h=this.parts,[p,d]=Ko(t,s);if(this.el=e.createElement(p,i),Ge.currentNode=this.el.content,s===2||s===3){let c=this.el.content.firstChild;c.replaceWith(...c.childNodes)}for(;(o=Ge.nextNode())!==null&&h.length<l;){if(o.nodeType===1){if(o.hasAttributes())for(let c of o.getAttributeNames())if(c.endsWith(hi)){let w=d[a++],g=o.getAttribute(c).split(He),x=/([.?@])?(.*)/.exec(w);h.push({type:1,index:r,name:x[2],strings:g,ctor:x[1]==="."?ss:x[1]==="?"?is:x[1]==="@"?os:Ye}),o.removeAttribute(c)}else c.startsWith(He)&&(h.push({type:6,index:r}),o.removeAttribute(c));if(Go.test(o.tagName)){let c=o.textContent.split(He),w=c.length-1;if(w>0){o.textContent=es?es.emptyScript:"";for(let g=0;g<w;g++)o.append(c[g],Tt()),Ge.nextNode(),h.push({type:2,index:++r});o.append(c[w],Tt())}}}else if(o.nodeType===8)if(o.data===ci)h.push({type:2,index:r});else{let c=-1;for(;(c=o.data.indexOf(He,c+1))!==-1;)h.push({type:7,index:r}),c+=He.length-1}r++}}static createElement(t,s){let i=Je.createElement("template");return i.innerHTML=t,i}};function Ke(e,t,s=e,i){if(t===ce)return t;let o=i!==void 0?s._$Co?.[i]:s._$Cl,r=St(t)?void 0:t._$litDirective$;return o?.constructor!==r&&(o?._$AO?.(!1),r===void 0?o=void 0:(o=new r(e),o._$AT(e,s,i)),i!==void 0?(s._$Co??=[])[i]=o:s._$Cl=o),o!==void 0&&(t=Ke(e,o._$AS(e,t.values),o,i)),t}var ts=class{constructor(t,s){this._$AV=[],this._$AN=void 0,this._$AD=t,this._$AM=s}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(t){let{el:{content:s},parts:i}=this._$AD,o=(t?.creationScope??Je).importNode(s,!0);Ge.currentNode=o;let r=Ge.nextNode(),a=0,l=0,h=i[0];for(;h!==void 0;){if(a===h.index){let p;h.type===2?p=new lt(r,r.nextSibling,this,t):h.type===1?p=new h.ctor(r,h.name,h.strings,this,t):h.type===6&&(p=new rs(r,this,t)),this._$AV.push(p),h=i[++l]}a!==h?.index&&(r=Ge.nextNode(),a++)}return Ge.currentNode=Je,o}p(t){let s=0;for(let i of this._$AV)i!==void 0&&(i.strings!==void 0?(i._$AI(t,i,s),s+=i.strings.length-2):i._$AI(t[s])),s++}},lt=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(t,s,i,o){this.type=2,this._$AH=G,this._$AN=void 0,this._$AA=t,this._$AB=s,this._$AM=i,this.options=o,this._$Cv=o?.isConnected??!0}get parentNode(){let t=this._$AA.parentNode,s=this._$AM;return s!==void 0&&t?.nodeType===11&&(t=s.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(t,s=this){t=Ke(this,t,s),St(t)?t===G||t==null||t===""?(this._$AH!==G&&this._$AR(),this._$AH=G):t!==this._$AH&&t!==ce&&this._(t):t._$litType$!==void 0?this.$(t):t.nodeType!==void 0?this.T(t):Zo(t)?this.k(t):this._(t)}O(t){return this._$AA.parentNode.insertBefore(t,this._$AB)}T(t){this._$AH!==t&&(this._$AR(),this._$AH=this.O(t))}_(t){this._$AH!==G&&St(this._$AH)?this._$AA.nextSibling.data=t:this.T(Je.createTextNode(t)),this._$AH=t}$(t){let{values:s,_$litType$:i}=t,o=typeof i=="number"?this._$AC(t):(i.el===void 0&&(i.el=Ct.createElement(Jo(i.h,i.h[0]),this.options)),i);if(this._$AH?._$AD===o)this._$AH.p(s);else{let r=new ts(o,this),a=r.u(this.options);r.p(s),this.T(a),this._$AH=r}}_$AC(t){let s=Wo.get(t.strings);return s===void 0&&Wo.set(t.strings,s=new Ct(t)),s}k(t){di(this._$AH)||(this._$AH=[],this._$AR());let s=this._$AH,i,o=0;for(let r of t)o===s.length?s.push(i=new e(this.O(Tt()),this.O(Tt()),this,this.options)):i=s[o],i._$AI(r),o++;o<s.length&&(this._$AR(i&&i._$AB.nextSibling,o),s.length=o)}_$AR(t=this._$AA.nextSibling,s){for(this._$AP?.(!1,!0,s);t!==this._$AB;){let i=Ro(t).nextSibling;Ro(t).remove(),t=i}}setConnected(t){this._$AM===void 0&&(this._$Cv=t,this._$AP?.(t))}},Ye=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(t,s,i,o,r){this.type=1,this._$AH=G,this._$AN=void 0,this.element=t,this.name=s,this._$AM=o,this.options=r,i.length>2||i[0]!==""||i[1]!==""?(this._$AH=Array(i.length-1).fill(new String),this.strings=i):this._$AH=G}_$AI(t,s=this,i,o){let r=this.strings,a=!1;if(r===void 0)t=Ke(this,t,s,0),a=!St(t)||t!==this._$AH&&t!==ce,a&&(this._$AH=t);else{let l=t,h,p;for(t=r[0],h=0;h<r.length-1;h++)p=Ke(this,l[i+h],s,h),p===ce&&(p=this._$AH[h]),a||=!St(p)||p!==this._$AH[h],p===G?t=G:t!==G&&(t+=(p??"")+r[h+1]),this._$AH[h]=p}a&&!o&&this.j(t)}j(t){t===G?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,t??"")}},ss=class extends Ye{constructor(){super(...arguments),this.type=3}j(t){this.element[this.name]=t===G?void 0:t}},is=class extends Ye{constructor(){super(...arguments),this.type=4}j(t){this.element.toggleAttribute(this.name,!!t&&t!==G)}},os=class extends Ye{constructor(t,s,i,o,r){super(t,s,i,o,r),this.type=5}_$AI(t,s=this){if((t=Ke(this,t,s,0)??G)===ce)return;let i=this._$AH,o=t===G&&i!==G||t.capture!==i.capture||t.once!==i.once||t.passive!==i.passive,r=t!==G&&(i===G||o);o&&this.element.removeEventListener(this.name,this,i),r&&this.element.addEventListener(this.name,this,t),this._$AH=t}handleEvent(t){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)}},rs=class{constructor(t,s,i){this.element=t,this.type=6,this._$AN=void 0,this._$AM=s,this.options=i}get _$AU(){return this._$AM._$AU}_$AI(t){Ke(this,t)}},Yo={M:hi,P:He,A:ci,C:1,L:Ko,R:ts,D:Zo,V:Ke,I:lt,H:Ye,N:is,U:os,B:ss,F:rs},za=li.litHtmlPolyfillSupport;za?.(Ct,lt),(li.litHtmlVersions??=[]).push("3.3.3");var Qo=(e,t,s)=>{let i=s?.renderBefore??t,o=i._$litPart$;if(o===void 0){let r=s?.renderBefore??null;i._$litPart$=o=new lt(t.insertBefore(Tt(),r),r,void 0,s??{})}return o._$AI(e),o};var pi=globalThis,J=class extends xe{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let t=super.createRenderRoot();return this.renderOptions.renderBefore??=t.firstChild,t}update(t){let s=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(t),this._$Do=Qo(s,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return ce}};J._$litElement$=!0,J.finalized=!0,pi.litElementHydrateSupport?.({LitElement:J});var ba=pi.litElementPolyfillSupport;ba?.({LitElement:J});(pi.litElementVersions??=[]).push("4.2.2");var ie=e=>(t,s)=>{s!==void 0?s.addInitializer(()=>{customElements.define(e,t)}):customElements.define(e,t)};var _a={attribute:!0,type:String,converter:kt,reflect:!1,hasChanged:Xt},ya=(e=_a,t,s)=>{let{kind:i,metadata:o}=s,r=globalThis.litPropertyMetadata.get(o);if(r===void 0&&globalThis.litPropertyMetadata.set(o,r=new Map),i==="setter"&&((e=Object.create(e)).wrapped=!0),r.set(s.name,e),i==="accessor"){let{name:a}=s;return{set(l){let h=t.get.call(this);t.set.call(this,l),this.requestUpdate(a,h,e,!0,l)},init(l){return l!==void 0&&this.C(a,void 0,e,l),l}}}if(i==="setter"){let{name:a}=s;return function(l){let h=this[a];t.call(this,l),this.requestUpdate(a,h,e,!0,l)}}throw Error("Unsupported decorator location: "+i)};function M(e){return(t,s)=>typeof s=="object"?ya(e,t,s):((i,o,r)=>{let a=o.hasOwnProperty(r);return o.constructor.createProperty(r,i),a?Object.getOwnPropertyDescriptor(o,r):void 0})(e,t,s)}var wa=function(e,t,s,i,o,r){function a(k){if(k!==void 0&&typeof k!="function")throw new TypeError("Function expected");return k}for(var l=i.kind,h=l==="getter"?"get":l==="setter"?"set":"value",p=!t&&e?i.static?e:e.prototype:null,d=t||(p?Object.getOwnPropertyDescriptor(p,i.name):{}),c,w=!1,g=s.length-1;g>=0;g--){var x={};for(var b in i)x[b]=b==="access"?{}:i[b];for(var b in i.access)x.access[b]=i.access[b];x.addInitializer=function(k){if(w)throw new TypeError("Cannot add initializers after decoration has completed");r.push(a(k||null))};var z=(0,s[g])(l==="accessor"?{get:d.get,set:d.set}:d[h],x);if(l==="accessor"){if(z===void 0)continue;if(z===null||typeof z!="object")throw new TypeError("Object expected");(c=a(z.get))&&(d.get=c),(c=a(z.set))&&(d.set=c),(c=a(z.init))&&o.unshift(c)}else(c=a(z))&&(l==="field"?o.unshift(c):d[h]=c)}p&&Object.defineProperty(p,i.name,d),w=!0},Ma=function(e,t,s){for(var i=arguments.length>2,o=0;o<t.length;o++)s=i?t[o].call(e,s):t[o].call(e);return i?s:void 0},fi=(()=>{let e=[ie("discord-action-row")],t,s=[],i,o=J;var r=class extends o{static{i=this}static{let a=typeof Symbol=="function"&&Symbol.metadata?Object.create(o[Symbol.metadata]??null):void 0;wa(null,t={value:i},e,{kind:"class",name:i.name,metadata:a},null,s),r=i=t.value,a&&Object.defineProperty(i,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:a})}static styles=se`
		:host {
			display: flex;
			flex-wrap: wrap;
		}
	`;render(){return f`<slot></slot>`}static{Ma(i,s)}};return r=i})();var Be=class extends Event{constructor(t,s,i,o){super("context-request",{bubbles:!0,composed:!0}),this.context=t,this.contextTarget=s,this.callback=i,this.subscribe=o??!1}};var ht=class{constructor(t,s,i,o){if(this.subscribe=!1,this.provided=!1,this.value=void 0,this.t=(r,a)=>{this.unsubscribe&&(this.unsubscribe!==a&&(this.provided=!1,this.unsubscribe()),this.subscribe||this.unsubscribe()),this.value=r,this.host.requestUpdate(),this.provided&&!this.subscribe||(this.provided=!0,this.callback&&this.callback(r,a)),this.unsubscribe=a},this.host=t,s.context!==void 0){let r=s;this.context=r.context,this.callback=r.callback,this.subscribe=r.subscribe??!1}else this.context=s,this.callback=i,this.subscribe=o??!1;this.host.addController(this)}hostConnected(){this.dispatchRequest()}hostDisconnected(){this.unsubscribe&&(this.unsubscribe(),this.unsubscribe=void 0)}dispatchRequest(){this.host.dispatchEvent(new Be(this.context,this.host,this.t,this.subscribe))}};var ns=class{get value(){return this.o}set value(t){this.setValue(t)}setValue(t,s=!1){let i=s||!Object.is(t,this.o);this.o=t,i&&this.updateObservers()}constructor(t){this.subscriptions=new Map,this.updateObservers=()=>{for(let[s,{disposer:i}]of this.subscriptions)s(this.o,i)},t!==void 0&&(this.value=t)}addCallback(t,s,i){if(!i)return void t(this.value);this.subscriptions.has(t)||this.subscriptions.set(t,{disposer:()=>{this.subscriptions.delete(t)},consumerHost:s});let{disposer:o}=this.subscriptions.get(t);t(this.value,o)}clearCallbacks(){this.subscriptions.clear()}};var vi=class extends Event{constructor(t,s){super("context-provider",{bubbles:!0,composed:!0}),this.context=t,this.contextTarget=s}},ct=class extends ns{constructor(t,s,i){super(s.context!==void 0?s.initialValue:i),this.onContextRequest=o=>{if(o.context!==this.context)return;let r=o.contextTarget??o.composedPath()[0];r!==this.host&&(o.stopPropagation(),this.addCallback(o.callback,r,o.subscribe))},this.onProviderRequest=o=>{if(o.context!==this.context||(o.contextTarget??o.composedPath()[0])===this.host)return;let r=new Set;for(let[a,{consumerHost:l}]of this.subscriptions)r.has(a)||(r.add(a),l.dispatchEvent(new Be(this.context,l,a,!0)));o.stopPropagation()},this.host=t,s.context!==void 0?this.context=s.context:this.context=s,this.attachListeners(),this.host.addController?.(this)}attachListeners(){this.host.addEventListener("context-request",this.onContextRequest),this.host.addEventListener("context-provider",this.onProviderRequest)}hostConnected(){this.host.dispatchEvent(new vi(this.context,this.host))}};function At({context:e}){return(t,s)=>{let i=new WeakMap;if(typeof s=="object")return{get(){return t.get.call(this)},set(o){return i.get(this).setValue(o),t.set.call(this,o)},init(o){return i.set(this,new ct(this,{context:e,initialValue:o})),o}};{t.constructor.addInitializer((a=>{i.set(a,new ct(a,{context:e}))}));let o=Object.getOwnPropertyDescriptor(t,s),r;if(o===void 0){let a=new WeakMap;r={get(){return a.get(this)},set(l){i.get(this).setValue(l),a.set(this,l)},configurable:!0,enumerable:!0}}else{let a=o.set;r={...o,set(l){i.get(this).setValue(l),a?.call(this,l)}}}return void Object.defineProperty(t,s,r)}}}function de({context:e,subscribe:t}){return(s,i)=>{typeof i=="object"?i.addInitializer((function(){new ht(this,{context:e,callback:o=>{s.set.call(this,o)},subscribe:t})})):s.constructor.addInitializer((o=>{new ht(o,{context:e,callback:r=>{o[i]=r},subscribe:t})}))}}function O(e,t,s){return e?t(e):s?.(e)}var{I:Lh}=Yo;var Xo=e=>e.strings===void 0;var ls={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},Qe=e=>(...t)=>({_$litDirective$:e,values:t}),Ue=class{constructor(t){}get _$AU(){return this._$AM._$AU}_$AT(t,s,i){this._$Ct=t,this._$AM=s,this._$Ci=i}_$AS(t,s){return this.update(t,s)}update(t,s){return this.render(...s)}};var Vt=(e,t)=>{let s=e._$AN;if(s===void 0)return!1;for(let i of s)i._$AO?.(t,!1),Vt(i,t);return!0},hs=e=>{let t,s;do{if((t=e._$AM)===void 0)break;s=t._$AN,s.delete(e),e=t}while(s?.size===0)},er=e=>{for(let t;t=e._$AM;e=t){let s=t._$AN;if(s===void 0)t._$AN=s=new Set;else if(s.has(e))break;s.add(e),ka(t)}};function Ha(e){this._$AN!==void 0?(hs(this),this._$AM=e,er(this)):this._$AM=e}function $a(e,t=!1,s=0){let i=this._$AH,o=this._$AN;if(o!==void 0&&o.size!==0)if(t)if(Array.isArray(i))for(let r=s;r<i.length;r++)Vt(i[r],!1),hs(i[r]);else i!=null&&(Vt(i,!1),hs(i));else Vt(this,e)}var ka=e=>{e.type==ls.CHILD&&(e._$AP??=$a,e._$AQ??=Ha)},cs=class extends Ue{constructor(){super(...arguments),this._$AN=void 0}_$AT(t,s,i){super._$AT(t,s,i),er(this),this.isConnected=t._$AU}_$AO(t,s=!0){t!==this.isConnected&&(this.isConnected=t,t?this.reconnected?.():this.disconnected?.()),s&&(Vt(this,t),hs(this))}setValue(t){if(Xo(this._$Ct))this._$Ct._$AI(t,this);else{let s=[...this._$Ct._$AH];s[this._$Ci]=t,this._$Ct._$AI(s,this,0)}}disconnected(){}reconnected(){}};var ui=class extends cs{host;element;prevData={};eventData={};render(t){return G}update(t,[s]){this.element!==t.element&&(this.element=t.element),this.host=t.options?.host??this.element,this.apply(s),this.groom(s),this.prevData={...s}}apply(t){if(!t)return;let{prevData:s,element:i}=this;for(let[o,r]of Object.entries(t)){if(r===s[o])continue;let a=o.slice(1);switch(o[0]){case"@":this.eventData[a]=r,this.applyEvent(a,r);break;case".":i[a]=r;break;case"?":r?i.setAttribute(a,""):i.removeAttribute(a);break;default:r===null?i.removeAttribute(o):i.setAttribute(o,String(r));break}}}groom(t){let{prevData:s,element:i}=this;if(s)for(let[o,r]of Object.entries(s)){let a=o.slice(1);if(!t||!(o in t)&&i[a]===r)switch(o[0]){case"@":this.groomEvent(a,r);break;case".":i[a]=void 0;break;case"?":i.removeAttribute(a);break;default:i.removeAttribute(o);break}}}applyEvent(t,s){let{prevData:i,element:o}=this;this.eventData[t]=s,i[t]&&o.removeEventListener(t,this,s),o.addEventListener(t,this,s)}groomEvent(t,s){let{element:i}=this;Reflect.deleteProperty(this.eventData,t),i.removeEventListener(t,this,s)}handleEvent(t){let s=this.eventData[t.type];typeof s=="function"?s.call(this.host,t):s.handleEvent(t)}disconnected(){let{eventData:t,element:s}=this;for(let[i,o]of Object.entries(t)){let r=i.slice(1);s.removeEventListener(r,this,o)}}reconnected(){let{eventData:t,element:s}=this;for(let[i,o]of Object.entries(t)){let r=i.slice(1);s.addEventListener(r,this,o)}}},S=Qe(ui);var Ea=T`
	<path d="M5.688 3.5v.438H5.25v.438h-.438V1.313h-.438V.875h-.436V.438H3.5v6.125h2.625v-.438H5.25v-.438h.438v-.438h.438v-.438h.438V3.5z" fill="#b79cf8"/>
	<path d="M3.063.438v.438h-.438v.438h-.437v3.5h-.875v-.438H.438v1.75h.438v.438h2.625V.438z" fill="#ff7fc0"/>
	<path d="M3.938 0h-.875v.438h.875zm-.875.438h-.438v.438h.438z" fill="#000"/>
	<path d="M3.938.438h-.875v.438h.875zm-.875.437h-.438v.438h.438zm0 1.75h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M2.188 5.25H1.75v.438h.438z" fill="#ffa5d3"/>
	<path d="M2.625 5.25h-.437v.438h.438zm-1.75.438H.438v.438h.438zm2.625.438H.875v.438H3.5z" fill="#ff1c90"/>
	<path d="M1.75 5.688h-.437v.438h.438zm-.438-.438H.875v.438h.438zm1.313-.875V3.5h-.437v1.313h.438v1.313h.438v-1.75zm.438-3.5v1.313h-.438v.438h.438v1.313h.438V.875z" fill="#ffa5d3"/>
	<path d="M6.125 3.5h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-3.5.875h-.874v.438h.875zm-.875-.438H.438v.438h.875z" fill="#f0f0f0"/>
	<path d="M.875 5.25v-.875H.438v.875z" fill="#f0f0f0"/>
	<path d="M4.813 1.313h-.438v.438h.438z" fill="#cdbafa"/>
	<path d="M2.625 1.313h-.437v1.313h.438z" fill="#f0f0f0"/>
	<path d="M4.375.438h-.437v.438h.438zm.438.438h-.438v.438h.438zM2.625 4.814h-.437v.438h.438zm3.938 0h-.438v.438h.438zm-.875.438v.438H5.25v.438h.875v-.875zm.438.875v.438H.875v.438h5.688v-.875zM.875 6.125H.438v.438h.438zM7 3.062H5.687V3.5H7zm-5.687.876H0v.438h1.313z" fill="#000"/>
	<path d="M.438 6.125V3.938H0v2.188zm6.563-1.313V3.5h-.438v1.313zM2.625.875h-.437v.438h.438zm-.875.438v3.063h-.437v.438h.875V1.313zm3.5 2.188V1.313h-.438v3.063h.438v-.438h.438V3.5z" fill="#000"/>
	<path d="M3.938.875H3.5v.875h.438zm.438 1.75V1.75h-.438V3.5h.438v.438h.438V2.625zm.875 1.75h-.438v.438h.438zm-1.313 0H3.5v1.313h.438zm.875 1.313h-.438v.438h.438zm0-.875h-.438v.438h.438zm.438.438h-.438v.438h.438z" fill="#cdbafa"/>
	<path d="M5.25 6.125v-.438h-.438v.438H3.5v.438h2.625v-.438zm.438-.875H5.25v.438h.438zm.438-.438h-.438v.438h.438z" fill="#816bee"/>
`;function ds(e={}){return f`<svg
		${S(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Ea}
	</svg>`}var Ta=T`
	<path d="M4.375 1.75v-.437h-.437V.438h-.875v.875h-.438v.438h-.437v.438h.438v.438h.438v.438h.875v-.44h.438v-.437h.438V1.75z" fill="#47baff"/>
	<path d="M4.375 5.25v.438h-.437v.875h-.875v-.875h-.438V5.25h-.437v-.438h.438v-.438h.438v-.436h.875v.438h.438v.438h.438v.438z" fill="#ff2c52"/>
	<path d="M3.063 0v.438h.875V0z" fill="#000"/>
	<path d="M3.063.438v.438h.875V.438z" fill="#f0f0f0"/>
	<path d="M3.063 2.625v.438h.875v-.438z" fill="#4282d8"/>
	<path d="M3.063.438h-.438v.875h.438zM.438 3.063H0v.875h.438zm.875 0v-.438H.438v.438zm1.313-1.75h-.438v.438h.438z" fill="#000"/>
	<path d="M2.625 1.75h-.437v.438h.438zm.438-.438h-.438v.438h.438zm0 2.625v.438h.875v-.437z" fill="#f0f0f0"/>
	<path d="M3.063 6.125v.438h.875v-.438zm0-.875h-.438v.438h.438zm-.438-.438h-.437v.438h.438z" fill="#be0351"/>
	<path d="M3.063 4.375h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.938 5.688h.438V5.25h-.438zm.438-.438h.438v-.438h-.438zm-.438-.438h.438v-.438h-.438z" fill="#be0351"/>
	<path d="M3.5 1.75h-.437v.438h.438z" fill="#f0f0f0"/>
	<path d="M4.375 2.188h-.437v.438h.438zm.438-.438h-.438v.438h.438z" fill="#4282d8"/>
	<path d="M5.25 4.375h.438v-.437h.875v-.875h-.875v-.438H5.25v-.437h-.438v.438h-.438v.438h-.436v.875h.438v.438h.438v.438h.438z" fill="#C7C7C7"/>
	<path d="M6.563 3.063h-.438v.875h.438z" fill="#707070"/>
	<path d="M5.25 2.625v-.437h-.438v.438zm-.438.438v-.438h-.438v.438z" fill="#fff"/>
	<path d="M4.813 4.375v-.437h-.438v.438zm-.438-.438V3.5h-.437v.438zm1.313.438v-.437H5.25v.438zm-.438.438v-.438h-.438v.438z" fill="#707070"/>
	<path d="M1.75 4.375h-.437v-.437H.438v-.875h.875v-.438h.438v-.437h.438v.438h.438v.438h.438v.875h-.44v.438h-.437v.438H1.75z" fill="#C7C7C7"/>
	<path d="M.438 3.938h.438v-.875H.438z" fill="#fff"/>
	<path d="M2.625 3.938h.438v-.875h-.438z" fill="#707070"/>
	<path d="M2.188 2.625v-.437H1.75v.438zm-.438.438v-.438h-.437v.438zm.438.438v-.438H1.75v.438z" fill="#fff"/>
	<path d="M2.625 4.375v-.437h-.437v.438zm-.438.438v-.438H1.75v.438z" fill="#707070"/>
	<path d="M2.188 1.75H1.75v.438h.438zm.438.438h-.438v.438h.438zm.438.438h-.439v.438h.438zm.875.438h-.876v.875h.875zm.438.875h-.439v.438h.438zm.438.438h-.438v.438h.438zM1.75 2.188h-.437v.438h.438zm2.188 4.813v-.438h-.875v.438zm-.875-1.313h-.438v.875h.438zM.438 3.938v.438h.875v-.438zm2.188 1.313h-.438v.438h.438zm-.438-.438H1.75v.438h.438zm-.438-.438h-.437v.438h.438zm2.188-3.063h.438V.438h-.438zm2.625 2.625h.438v-.874h-.438zm0-.875v-.437h-.875v.438zM4.375 1.749h.438v-.436h-.438zm.438.438h.438V1.75h-.438zm-.438.438h.438v-.437h-.438zm-.437.438h.438v-.438h-.438zM2.625 4.376h.438v-.438h-.438zm-.438.438h.438v-.438h-.437z" fill="#000"/>
	<path d="M4.813 2.188h.438V1.75h-.438zm.438.438h.438v-.438h-.438zM3.938 6.564h.438v-.875h-.438zm1.75-2.625v.438h.875v-.439zm-1.313 1.75h.438v-.438h-.438zm.438-.438h.438v-.438h-.438zm.438-.438h.438v-.438h-.438z" fill="#000"/>
`;function ms(e={}){return f`<svg
		${S(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Ta}
	</svg>`}var Sa=T`
	<path d="M6.125 3.063v-.438h-.438v.438H4.374v-.438h-.436V1.313h.438V.875H3.063v1.75h-.438v.438H.438v.875h.438v.438h.438v-.438h1.313v.438h.438v1.313h-.44v.438h.438v.438h.875v-.438h.438v-.438h-.438V4.376h.438v-.438h1.313v.438h.438v-.438h.438v-.875z" fill="#ffb84b"/>
	<path d="M3.938 0h-.875v.438h.875zM2.625.875H1.313v.438h1.313zm-1.312.438H.875v1.313h.438zm1.75 0h-.438v1.313h.438zm1.313 0h-.438v1.313h.438zm1.75 0h-.438v1.313h.438zM5.688.875H4.375v.438h1.313zm-3.063 1.75H1.313v.438h1.313zm3.063 0H4.375v.438h1.313zM3.063.438h-.438v.438h.438z" fill="#000"/>
	<path d="M2.625 1.313h-.437v.438h.438zm-.437.437H1.75v.438h.438zm3.5-.438H5.25v.438h.438zm-.438.438h-.438v.438h.438zm.438 2.625H5.25v.438h.438zm-.438.438h-.438v.438h.438zm-2.625-.438h-.437v.438h.438zm-.438.438H1.75v.438h.438z" fill="#57595f"/>
	<path d="M4.375.438h-.437v.438h.438zM.438 3.063H0v.875h.438z" fill="#000"/>
	<path d="M2.188 1.75v.438h-.875v.438h1.313V1.75zm3.063 0v.438h-.875v.438h1.313V1.75zM2.188 4.813v.438h-.875v.438h1.313v-.875zm3.063 0v.438h-.875v.438h1.313v-.875z" fill="#35363a"/>
	<path d="M.875 3.938H.438v.438h.438zm0-1.313H.438v.438h.438zM7 3.063h-.438v.875H7z" fill="#000"/>
	<path d="M6.563 3.063h-.438v.875h.438z" fill="#ba3500"/>
	<path d="M.875 3.063H.438v.875h.438z" fill="#f0f0f0"/>
	<path d="M6.563 2.625h-.438v.438h.438zm0 1.313h-.438v.438h.438z" fill="#000"/>
	<path d="M6.125 3.938h-.438v.438h.438zm-3.062 0h-.438v.438h.438zm-1.75 0H.875v.438h.438zm3.063 0h-.438v.438h.438z" fill="#ba3500"/>
	<path d="M3.938 6.563h-.875v.438h.875zm-1.313-.875H1.313v.438h1.313zM1.312 4.375H.875v1.313h.438zm1.75 0h-.437v1.313h.438zm1.313 0h-.437v1.313h.438zm1.75 0h-.438v1.313h.438zm-.438 1.313H4.374v.438h1.313zm-3.062-1.75H1.313v.438h1.313zm3.063 0H4.375v.438h1.313z" fill="#000"/>
	<path d="M2.625 3.5H1.313v.438h1.313zm3.063 0H4.375v.438h1.313z" fill="#ba3500"/>
	<path d="M3.063 6.125h-.438v.438h.438zm1.313 0h-.438v.438h.438z" fill="#000"/>
	<path d="M3.938 6.125h-.875v.438h.875z" fill="#ba3500"/>
	<path d="M3.938.438h-.875v.438h.875zm-.875.437h-.438v.438h.438V.438Z" fill="#f0f0f0"/>
	<path d="M4.375 5.688h-.437v.438h.438z" fill="#ba3500"/>
	<path d="M2.188 1.313h-.875v.875h.438V1.75h.438zm3.063 0h-.875v.875h.438V1.75h.438zM2.188 4.376h-.875v.875h.438v-.438h.438zm3.063 0h-.875v.875h.438v-.438h.438z" fill="#d8d8d8"/>
	<path d="M3.938 2.188V1.75H3.5V.875h-.437v1.313zm0 .438H3.5v.438h-.437v.438h-.438v.438h.438v.875h.438v1.313h.438v-1.75H3.5V3.5h.875v-.437h-.437zm2.188.438h-.438v.438h.438zm-3.063-.439h-.438v.438h.438zm-1.75.438H.875v.438h.438zm.875 0H1.75v.438h.438z" fill="#fd6214"/>
`;function ps(e={}){return f`<svg
		${S(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Sa}
	</svg>`}var Ca=T`
	<path d="M5.688 2.625V1.75H5.25V.438h-.438v.438h-.438v.438h-.436v.438H3.5v.438H1.313v.438H.875v.875H.438v1.75h.438v.438h.438v.438h.438v.438h3.5v-.438h.438v-.438h.438V2.625z" fill="#fd6214"/>
	<path d="M0 3.5v1.75h.438V3.5zm6.563.438v1.313h.438V3.938zm-.438-1.313v1.313h.438V2.625zm-.438-.875v.875h.438V1.75z" fill="#000"/>
	<path d="M6.125 3.938v1.313h.438V3.938zm-.438-1.313v1.313h.438V2.625zm-.438-.875v.875h.438V1.75z" fill="#ba3500"/>
	<path d="M.438 2.625V3.5h.438v-.875zm2.625-1.313h-.438v.438h.438zm.875 0H3.5v.438h.438zM3.5 1.75h-.437v.438h.438zm-2.625.438v.438h.438v-.438zM.437 5.251v.438h.438v-.438zm.438.438v.438h.438v-.438zm.438.438v.438h.438v-.438zm4.813-.875v.438h.438v-.438zm-.438.438v.438h.438V5.69zm-.438.438v.438h.438v-.438zm-3.5.438v.438h3.5v-.438zM1.313 1.75v.438h.438V1.75zm.438-.438v.438h.438v-.437zm.438-.438v.438h.438V.875zm1.75 0v.438h.438V.875zm.438-.438v.438h.438V.438zm.438-.438v.438h.438V0z" fill="#000"/>
	<path d="M4.813.438v.438h.438V.438zm-.438.438v.438h.438V.875zm-.437.437v.438h.438v-.438zM3.5 1.75v.438h.438V1.75zm-1.312-.437v.438h.438v-.438zm-.438.437v.438h.438V1.75zm.875 0v.438h.438V1.75z" fill="#f0f0f0"/>
	<path d="M2.188 1.75v.438h.438V1.75z" fill="#fd6214"/>
	<path opacity=".5" d="M4.813 1.75v.438h.438V1.75zm.438 2.188V3.5h-.438v-.875h-.438v.438h-.437v.438H2.625v-.438h-.437v.875h-.875v.875h.438v.875h.438v.438h2.625v-.438h.438v-.875h.438v-.875z" fill="#fff"/>
	<path d="M1.313 2.188v.438h.438v-.438zm-.438.437V3.5h.438v-.875zm.875.875v.438h.438V3.5z" fill="#f0f0f0"/>
	<path d="M.875 5.25v.438h.438V5.25zm.438.438v.438h.438v-.438zm3.938 0v.438h.438v-.438zm.438-.438v.438h.438V5.25zm-3.938.875v.438h3.5v-.438z" fill="#ba3500"/>
	<path d="M.438 3.5v.875h.438V3.5zm4.375.875h-.438v-.437h-1.75v.438h-.437v.875h.438v.438h1.75v-.438h.438z" fill="#f0f0f0"/>
	<path d="M5.25.438v1.313h.438V.438z" fill="#000"/>
`;function fs(e={}){return f`<svg
		${S(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Ca}
	</svg>`}var Aa=T`
	<path d="M6.563.875h-.438V.438H4.812v1.313h-.438V.875h-.436V.438h-.875v.438h-.438v.875h-.437V.438H.875v.438H.438v1.75h.438v.438h.875v.438h.438v.875h.438v.438h.438v.438h.875v-.438h.438v-.438h.438V3.5h.438v-.437h.875v-.438h.438z" fill="#ff7fc0"/>
	<path d="M3.938 0h-.875v.438h.875zm-1.75 0H.875v.438h1.313zm3.938 0H4.813v.438h1.313zm.438.438h-.438v.438h.438zm.438.438h-.438v1.75h.438zM4.377.438h-.439v.438h.438v.875h.438V.438zm-2.189 0v1.313h.438V.875h.438V.438zm-1.313 0H.438v.438h.438zM.438.875H0v1.75h.438zm.438 1.75H.438v.438h.438zm.875.438H.875v.438h.875zm4.375 0h-.875v.438h.875zm.438-.438h-.438v.438h.438zM5.251 3.938V3.5h-.438v.875h1.75v-.437zM1.75 3.5v.438H.438v.438h1.75V3.5zm-1.313.875H0v1.75h.438zm.438 1.75H.438v.438h.438zm5.25.438H.875v.438h5.25zm.438-.438h-.438v.438h.438zm.438-1.75h-.438v1.75h.438zm-4.376 0h-.437v.438h.438zm.438.438h-.438v.438h.438zm1.313 0h-.438v.438h.438zm.438-.438h-.438v.438h.438zm-.875.875h-.876v.438h.875z" fill="#000"/>
	<path d="M4.813 4.375v.438h-.438v.438h-.437v.438h-.875v-.438h-.438v-.438h-.437v-.438H.438v1.75h.438v.438h5.25v-.438h.438v-1.75z" fill="#6be473"/>
	<path d="M1.75 5.25h-.437v.438h.438zm-.438-.438H.875v.438h.438zM5.25 6.125v-.438h-.438v.438h-.874v-.438h-.875v.438h-.875v-.438H1.75v.438H.875v.438h5.25v-.438zm.438-.875H5.25v.438h.438zm.438-.438h-.438v.438h.438zm.438.875h-.438v.438h.438z" fill="#008456"/>
	<path d="M2.625 3.938h-.437v.438h.438zm.438.438h-.438v.438h.438zm1.313 0h-.438v.438h.438zm.438-.438h-.438v.438h.438zm.438-.875h-.438v.438h.438zm.875-.438h-.438v.438h.438zm.438-.875h-.438v.875h.438zM3.94 4.813h-.877v.438h.875z" fill="#ff1c90"/>
	<path d="M4.375 5.25h-.437v.438h.438zm.438-.438h-.438v.438h.438zm.438-.438h-.438v.438h.438zm-4.813.001v.875h.438v-.438h1.313v-.438zm.438-3.5H.438v.875h.438zM2.189.437H.875v.438h1.313zm.875.438h-.439v.438h.438zm.875-.438h-.876v.438h.875zm1.313 0h-.438v.875h.438V.875h.875V.438z" fill="#f0f0f0"/>
`;function vs(e={}){return f`<svg
		${S(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Aa}
	</svg>`}var Va=T`
	<path d="M3.063.875v.438h.875V.875zm.875-.438v.438h1.75V.438zm1.75.438v.438h.438V.875zm.438.438v.438h.438v-.438zm.438.438v2.188h.438V1.75zm-.438 2.188v.875h.438v-.876zm-.438.875v.438h.438v-.438zm-.875.438v.438h.875v-.438zm-.875.438v.438h.875V5.69zm-.875.438v.438h.875v-.438z" fill="#000"/>
	<path d="M6.563 1.75h-.438v-.437h-.438V.875H3.938v.438h-.875V.875h-1.75v.438H.875v.438H.438v2.188h.438v.875h.438v.438h.875v.438h.875v.438h.875V5.69h.875v-.438h.875v-.438h.438v-.876h.438z" fill="#ff7fc0"/>
	<path d="M6.563 1.75h-.438v2.188h.438zm-.438 2.188h-.438v.875h.438zm-4.812 0H.875v.875h.438zm4.375.875h-.875v.438h.875zm-.875.438h-.875v.438h.875zm-.875.438h-.875v.438h.875zm-.875-.438h-.875v.438h.875zm-.875-.438h-.875v.438h.875z" fill="#ff1b90"/>
	<path d="M1.313.438v.438h1.75V.438zM.875.875v.438h.438V.875zm-.437.438v.438h.438v-.438zM0 1.75v2.188h.438V1.75zm.438 2.188v.875h.438v-.875zm.438.875v.438h.438v-.438zm.438.438v.438h.875v-.438zm.875.438v.438h.875v-.438z" fill="#000"/>
	<path d="M1.313.875v.438h1.75V.875zm2.625 0v.438h1.75V.875zm-.875.438v.438h.875v-.438z" fill="#f0f0f0"/>
	<path opacity=".6" d="M4.813 2.625v-.437h-.875v.438h-.875v-.438h-.875v.438H1.75v1.313h.438v.438h.879v.438h.875v-.438h.871v-.439h.438V2.625z" fill="#fff"/>
	<path d="M5.688 1.313v.438h.438v-.438zm-4.813 0v.438h.438v-.438zm.438.438v.438h.438V1.75zM.438 1.75v.875h.438V1.75z" fill="#f0f0f0"/>
`;function us(e={}){return f`<svg
		${S(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Va}
	</svg>`}var ja=T`
	<path d="M6.125 2.625v.438H4.812v-.438h-.438v-.437h-.436V.875h.438V.438H.438v.438h.875v.438h.438v.438h.875v.875h-.438v.438H1.75v.875h-.437v.875H.875v.875H.438v.875h1.313v-.438h.875v-.438h.438v-.438h.438v-.438h.875v-.438h.438v-.437h.438v.438h.438v.438h.438v.438h.438V2.625z" fill="#ffe361"/>
	<path d="M6.125 0H4.812v.438h1.313zM1.75 6.563H.438v.438h1.313zm.875-.438H1.75v.438h.875zM1.313.875H.438v.438h.875zm.438.875v.438h.438v.438h.438V1.75zm0 1.313h-.438v.875h.438zm-.438.875H.875v.875h.438zm-.438.875H.438v.875h.438zm-.438.875H0v.875h.438zm3.938-.875H3.5v.438h.875zm0-4.813H.438v.438h3.938z" fill="#000"/>
	<path d="M4.375.438H.438v.438h3.938z" fill="#f0f0f0"/>
	<path d="M6.125 2.625H4.812v.438h1.313zM4.812.437h-.438v.438h.438z" fill="#000"/>
	<path d="M4.813.875h-.438v.875h.438zM6.126.437H4.813v.438h1.313z" fill="#f0f0f0"/>
	<path d="M6.125 2.188H4.812v.438h1.313z" fill="#ba3500"/>
	<path d="M.438.438H0v.438h.438zm1.313.875h-.438v.438h.438zm.438 1.313H1.75v.438h.438zM6.564.438h-.438v.438h.438zm.438.438h-.438v1.313h.438z" fill="#000"/>
	<path d="M6.563.875h-.438v1.313h.438z" fill="#ba3500"/>
	<path d="M7 2.625h-.438V5.25H7z" fill="#000"/>
	<path d="M6.563 2.625h-.438V5.25h.438z" fill="#ffb84b"/>
	<path d="M6.563 2.188h-.438v.438h.438zM4.375.875h-.437v1.313h.438zm.438 1.313h-.438v.438h.438z" fill="#000"/>
	<path d="M4.813 1.75h-.438v.438h.438z" fill="#ba3500"/>
	<path d="M3.063 5.688h-.438v.438h.438z" fill="#000"/>
	<path d="M4.375 3.063v.438h-.437v.438H3.5v.438h-.437v.438h-.438v.438h-.437v.438H1.75v.438h.875v-.438h.438v-.438h.438v-.438h.875v-.438h.438V3.063zM1.75 6.126h-.437v.438h.438z" fill="#ffb84b"/>
	<path d="M3.5 5.25h-.437v.438h.438z" fill="#000"/>
	<path d="M2.188 3.063H1.75v.438h.438zm.438-.438h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.063 2.188h-.438v.438h.438zm.438-.438h-.438v.438h.438z" fill="#ffb84b"/>
	<path d="M2.625 3.5h-.437v.438h.438zm-.875.438h-.437v.438h.438zm-.438.875H.875v.438h.438zm-.438.875H.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M4.813 4.375h-.438v.438h.438zm.438-.438h-.438v.438h.438zm.438.438h-.438v.438h.438zm.438.438h-.438v.438h.438zm.438.438h-.438v.438h.438z" fill="#000"/>
	<path d="M6.125.875H4.812v1.313h1.313z" fill="#fd6214"/>
`;function gs(e={}){return f`<svg
		${S(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${ja}
	</svg>`}var Da=T`
	<path d="M6.563 0.876V0.437H3.937v0.437H1.313v2.187H0.437v2.187h5.25v-2.186h0.876z" fill="#bcef42"/>
	<path d="M4.813 5.687v-0.437H2.187v0.437z" fill="#7fb134"/>
	<path d="M6.563 0.876V0.437H3.937v0.437zm-2.626 0.437V0.876H2.187v0.437z" fill="#fff"/>
	<path d="M1.313 4.813v0.437h0.876v-0.437zm4.376 -0.437h-0.437v0.876h0.437zm0.876 -2.187h-0.437v0.876h0.437zm-0.437 0.876h-0.437v1.313h0.437z" fill="#7fb134"/>
	<path d="M7 0.437h-0.437v2.626H7z" fill="#000"/>
	<path d="M1.313 3.937H0.876v2.626h0.437z" fill="#4a8359"/>
	<path d="M6.563 0H3.937v0.437h2.626zM4.813 5.687H2.187v0.437h2.626zM3.937 0.437H2.187v0.437h1.75zM2.187 0.876h-0.874v0.437h0.876zm-0.874 0.437H0.876v0.876h0.437zM0.437 3.063H0v2.187h0.437v1.313h0.437V5.25H0.437zh0.437v-0.876H0.437zm5.25 2.187h-0.876v0.437h0.876zm0.437 -0.876h-0.437v0.876h0.437zh0.437V3.063h-0.437zM1.75 5.687h0.437v-0.437h-0.874v1.313h0.437zm-0.437 0.876H0.876V7h0.437z" fill="#000"/>
	<path d="M0.876 3.063h0.437v-0.876H0.876zm-0.438 0.874h0.437v-0.874H0.437zm1.75 -2.626h-0.874v0.876h0.437v-0.437h0.437z" fill="#fff"/>
	<path d="M1.75 3.5h0.876v-0.437h-0.876zm0.876 -0.437h0.876v-0.437h-0.876zm0.876 -0.437h0.876v-0.438H3.5zm0.876 -0.437h0.437v-0.438h-0.437zm0.437 -0.437h0.437v-0.438H4.814z" fill="#4a8359"/>
	<path d="M2.187 1.75v0.437h0.437v-0.437z" fill="#fff"/>
	<path d="M1.313 3.5v0.437h0.437V3.5z" fill="#4a8359"/>
`;function zs(e={}){return f`<svg
		${S(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Da}
	</svg>`}var Ia=T`
	<path d="M2.188 2.625H1.75v.438H.875v.875H3.5v.875h-.437v.438h-.438v.438h-.437v.438H1.75v.438h.875v-.438h.438v-.438h.438v-.438h.438v-.438h.875v-.438h.438v-.437h.875v-.875H3.063v-.438h.438v-.437h.438V1.75h.438v-.437H3.5v.438h-.437v.438h-.875z" fill="#ffe361"/>
	<path d="M.438 3.063H0v.875h.438z" fill="#000"/>
	<path d="M.875 3.063H.438v.875h.438z" fill="#f0f0f0"/>
	<path d="M7 3.063h-.438v.875H7zm-5.687-.438H.438v.438h.875zm1.313-.875H1.75v.438h.875zm-.876.438h-.437v.438h.438z" fill="#000"/>
	<path d="M1.75 2.625h-.437v.438h.438zm.438-.438H1.75v.438h.438zm.438.438h-.438v.438h.438zm.438-.875h-.439v.438h.438zm.438-.438h-.439v.438h.438zm0 3.063h-.439v.438h.438zm-.438.438h-.439v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438H1.75v.438h.438zm-.438.438h-.437v.438h.438z" fill="#f0f0f0"/>
	<path d="M5.25.875h-.438v.438h.438zm.438 3.063H5.25v.438h.438zm-.438.438h-.438v.438h.438zm-.875.438h-.437v.438h.438zm-.438.438H3.5v.438h.438zm2.625-1.75h-.438v.438h.438z" fill="#ffb84b"/>
	<path d="M6.563 3.063h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M4.813 1.313h-.438v.438h.438zm-.438.438h-.437v.438h.438zm-.437.437H3.5v.438h.438zm-.438.437h-.437v.438h.438z" fill="#ffb84b"/>
	<path d="M4.375.875h-.437v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.938.875h-.875v.438h.875zm-.875.438h-.438v.438h.438zM5.688 0H4.375v.438h1.313z" fill="#000"/>
	<path d="M5.688.438H4.375v.438h1.313z" fill="#f0f0f0"/>
	<path d="M6.563 2.625H3.5v.438h3.063zM4.375.437h-.437v.438h.438zm1.75 0h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.435v.438h.438zm2.188 1.75h-.875v.438h.875zm-1.313.875h-.875v.438h.875zm.438-.438h-.438v.438h.438zm-1.75 1.313h-.873v.438h.875zm.438-.438h-.436v.438h.438zm-1.75 1.313H1.313v.438h1.313zm.875-2.625H.438v.438h3.063zm-.438 2.188h-.436v.438h.438zm-1.75 0H.875v.438h.438zm.438-.438h-.436v.438h.438zm.438-.438H1.75v.438h.438zm.438-.438h-.437v.438h.438zm.438-.438h-.438v.438h.438z" fill="#000"/>
	<path d="M4.813.875h-.438v.438h.438z" fill="#ffe361"/>
`;function bs(e={}){return f`<svg
		${S(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Ia}
	</svg>`}var La=T`
	<path d="M6.125 1.75v-.437H5.25V.438H3.5v.438h-.437v.438h-.438V.875H1.313v.438H.875v1.75H.438v1.313h.438v-.438h.438V3.5h2.188v-.875h.438v-.437h2.188v.438h.438V1.75z" fill="#b79cf8"/>
	<path d="M3.938 2.625v.438H3.5v.875h.438v.875h.875v.438h1.313v-.438h.438V2.625z" fill="#9af4dc"/>
	<path d="M1.75 4.375v1.75h.438v.438h1.313v-.438h.438v-1.75z" fill="#9af4dc"/>
	<path d="M3.5 6.125H2.188v.438h1.313zm2.625-1.313H4.812v.438h1.313zm.438-.438h-.438v.438h.438zM3.938 5.687H3.5v.438h.438z" fill="#6c9ca6"/>
	<path d="M3.938 3.063H3.5v.438h.438zm.875.438h-.438v.438h.438zm1.313-.875H3.938v.438h2.188z" fill="#f0f0f0"/>
	<path d="M3.5.438h-.437v.438h.438zm3.063.875h-.438v.438h.438zm-.438 2.188h-.438v.875h.438zm-2.187-.876H3.5v.438h.438z" fill="#000"/>
	<path d="M3.938 2.188H3.5v.438h.438z" fill="#816bee"/>
	<path d="M1.313 3.938H.875v.438h.438zm1.75 1.75h-.438v.438h.438zm-.438-.438h-.437v.438h.438z" fill="#000"/>
	<path d="M2.625 5.25h-.437v.438h.438zm3.063-.875H5.25v.438h.438zm-.438-.438h-.438v.438h.438zM2.187 6.125H1.75v.438h.438zm1.75 0H3.5v.438h.438zM.874 4.375H.438v.438h.438zm.438 1.75H.875v.438h.438zm-.438.438H.438v.438h.438zM6.563 1.75v.875h-.438v.438h.438v1.75h.438V1.75zM5.688.875V.438H5.25v.875h.875V.875zM2.625.438H1.313v.438h1.313zm3.063 2.625H4.375v.438h1.313zM3.063 4.376H1.75v.438h1.313zm.438 2.188H2.188v.438h1.313zM3.063.875h-.438v.438h.438zm-1.75 0H.875v.438h.438z" fill="#000"/>
	<path d="M2.625.875H1.313v.438h1.313zm.438.438h-.438v.438h.438zm-1.313.875h-.437v.438h.438zm-.875.875H.438v.438h.438zm.438-1.75H.875v.438h.438z" fill="#f0f0f0"/>
	<path d="M6.125 5.25H4.812v.438h1.313zm-1.75-.438V3.5h-.437v.438H3.5v.438h.438v1.75h.438v-.875h.438v-.438zm2.188 0h-.438v.438h.438zM.875 1.313H.438v1.75h.438zm-.437 1.75H0v1.313h.438zm1.313 1.75h-.438v1.313h.438zm1.75 0h-.438v.875h.438zm-3.063 0H0v1.75h.438zM5.25 0H3.5v.438h1.75z" fill="#000"/>
	<path d="M3.5.875h-.437v.438h.438zM5.25.437H3.5v.438h1.75z" fill="#f0f0f0"/>
	<path d="M6.125 2.188H3.938v.438h2.188z" fill="#000"/>
	<path d="M6.125 1.75v-.437h-.438v.438H3.938v.438h2.188v.438h.438V1.75z" fill="#816bee"/>
	<path d="M2.188 4.813H1.75v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.063 2.625v.438h-1.75v.438h2.188v-.876z" fill="#816bee"/>
	<path d="M3.063 3.063v.438h-1.75v.438h2.188v-.876z" fill="#000"/>
	<path d="M1.313 3.5H.875v.438h.438zm-.438.438H.438v.438h.438z" fill="#816bee"/>
	<path d="M1.313 3.938v.438H.875v.438H.438v1.75h.438v-.438h.438V4.813h.438v-.438h1.75v-.437z" fill="#9af4dc"/>
	<path d="M1.313 4.375H.875v.438h.438zm-.438.438H.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M1.313 5.688H.875v.438h.438zm-.438.438H.438v.438h.438z" fill="#6c9ca6"/>
	<path d="M3.5 3.938H1.313v.438h2.188z" fill="#f0f0f0"/>
`;function _s(e={}){return f`<svg
		${S(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${La}
	</svg>`}var Oa=T`
	<path d="M6.125 2.188v-.875h-.438V.875h-.438V.438h-.875v.438h.438v.438h.438v1.75h-.438v.438h-.438v.438H2.625V3.5h-.437v-.437H1.75v-1.75h.438V.875h.438V.438H1.75v.438h-.437v.438H.875v.875H.438v2.625h.438v.875h.438v.438h.875v.438h2.625v-.438h.875v-.438h.438v-.875h.438V2.188z" fill="#b79cf8"/>
	<path d="M2.625 0H1.75v.438h.875zM.875 1.313H.438v.875h.438zm1.313 0H1.75v1.75h.438zm2.188 2.188H2.625v.438h1.75z" fill="#000"/>
	<path d="M4.375 3.938h-1.75v.438h1.75z" fill="#f0f0f0"/>
	<path d="M.438 2.188H0v2.625h.438zm4.375 4.375H2.188v.438h2.625z" fill="#000"/>
	<path d="M.875 4.375H.438v.438h.438zm4.813.875h-.875v.438H2.188V5.25h-.875v-.438H.875v.875h.438v.438h.875v.438h2.625v-.438h.875v-.438h.438v-.875h-.438zm.875-.875h-.438v.438h.438z" fill="#816bee"/>
	<path d="M1.75.438h-.437v.438h.438zm-.437.437H.875v.438h.438z" fill="#000"/>
	<path d="M2.625.438H1.75v.438h.875zM1.75.875h-.437v.438h.438zm-.437.438H.875v.438h.438zm-.438.875H.438v.438h.438zm.438.438H.875v.438h.438zm.875.438H1.75v.438h.438zm.438.438h-.438v.438h.438zm2.625-.438h-.438v.438h.438zM4.813.439h-.438v.438h.438zm0 3.063h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.063.438h-.438v.438h.438zm-.438.437h-.437v.438h.438zm0 2.188h-.437v.438h.438zm-1.75 1.75H.438v.875h.438zm.438.875H.875v.438h.438zM5.251 0h-.875v.438h.875zm.438 6.125h-.875v.438h.875zm-3.5 0h-.876v.438h.875zm4.374-4.812h-.438v.875h.438zm-1.313 0h-.438v1.75h.438zM7 2.188h-.438v2.625H7zM5.687.438h-.438v.438h.438zm.438.438h-.438v.438h.438zM4.375.438h-.437v.438h.438zm.438.438h-.438v.438h.438zm0 2.188h-.438v.438h.438zm1.75 1.75h-.438v.875h.438zm-.438.875h-.438v.438h.438z" fill="#000"/>
	<path d="M2.188.875H1.75v.438h.438z" fill="#b79cf8"/>
`;function ys(e={}){return f`<svg
		${S(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Oa}
	</svg>`}var Pa=T`
	<path d="M4.813 5.25v-.875h-.438v-.437h-1.75v.438h-.437v.875H1.75v1.313h3.5V5.251z" fill="#ffe361"/>
	<path d="M6.125 1.313V.875H5.25V.438h-3.5v.438H.875v.438H.438v2.625h.438v.438h.875v-.439h3.5v.438h.875v-.438h.438V1.313z" fill="#ff2c52"/>
	<path d="M5.25 0h-3.5v.438h3.5z" fill="#000"/>
	<path d="M5.25.438h-3.5v.438h3.5zm-3.5.437H.875v.438h.875zm4.375 0H5.25v.438h.875z" fill="#fff"/>
	<path d="M5.25 6.563h-3.5v.438h3.5zM.438 1.313H0v2.625h.438zM1.751.438H.875v.438h.875z" fill="#000"/>
	<path d="M.875 3.063v-1.75H.438v2.625h.875v-.875z" fill="#fff"/>
	<path d="M6.563 1.313h-.438v2.625h.438z" fill="#be0351"/>
	<path d="M6.563 2.625h-.875V3.5h.875zM5.25.875h-.875v.875h.875z" fill="#fff"/>
	<path opacity=".5" d="M6.563 2.625h-.438V3.5h.438z" fill="#be0351"/>
	<path d="M4.375 3.063h-1.75v.438h1.75zm.875.438h-.875v.438h.875zM2.625 3.5H1.75v.438h.875z" fill="#be0351"/>
	<path d="M2.625 4.375h-.437v.875h.438z" fill="#fff"/>
	<path d="M4.813 4.375h-.438v.875h.438zm0 .875v.875H1.75v.438h3.5V5.25z" fill="#ffb84b"/>
	<path d="M2.188 5.25H1.75v.875h.438z" fill="#fff"/>
	<path d="M1.75 3.938H.875v.438h.875zm4.375 0H5.25v.438h.875z" fill="#be0351"/>
	<path d="M3.5 2.625h-.875V3.5H3.5z" fill="#fff"/>
	<path opacity=".5" d="M3.5 3.063h-.875v.438H3.5z" fill="#be0351"/>
	<path d="M4.375 3.5h-1.75v.438h1.75z" fill="#000"/>
	<path d="M4.375 3.938h-1.75v.438h1.75z" fill="#fff"/>
	<path d="M.875.875H.438v.438h.438z" fill="#000"/>
	<path d="M2.188 1.313H1.75v.438h.438z" fill="#fff"/>
	<path d="M1.75 5.25h-.437v1.313h.438zm.438-.875h.438v-.437H1.75v.438H.875v.438h.875v.438h.438zM.875 3.938H.438v.438h.438zM7 1.313h-.438v2.625H7zM6.125.438H5.25v.438h.875zm.438.438h-.438v.438h.438zm-.438 3.5H5.25v-.438h-.875v.438h.438v.875h.438v1.313h.438V5.251h-.438v-.438h.875zh.438v-.438h-.438z" fill="#000"/>
`;function ws(e={}){return f`<svg
		${S(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Pa}
	</svg>`}var Ra=T`
	<path d="M6.125 3.063v-.438H5.25v-.437h-.438V1.75h-.438V.875h-.436V.438h-.875v.438h-.438v.875h-.437v.438H1.75v.438H.875v.438H.438v.875h.438v.438h.875v.438h.438v.438h.438v.875h.438v.438h.875v-.438h.438v-.875h.438v-.438h.438v-.438h.875v-.44h.438v-.875z" fill="#47baff"/>
	<path d="M4.813 3.063h-.875v-.438h-.875v.438h-.875v.875h.875v.438h.875v-.438h.875z" fill="#b5e3ff"/>
	<path d="M1.313 0H.438v.438h.875zm.875.438h-.875v.438h.875zm-.438 1.75H.875v.438h.875zM.438.438H0v.875h.438z" fill="#000"/>
	<path d="M1.313.438H.438v.875h.438V.875h.438z" fill="#f0f0f0"/>
	<path d="M.438 3.063H0v.875h.438zM7.001.438h-.438v.875h.438zm-.438.875h-.438v.875h.438zm-5.688 0H.438v.875h.438zm1.75-.438h-.437v.875h.438zm2.188 0h-.438v.875h.438zM3.063.438h-.438v.438h.438z" fill="#000"/>
	<path d="M3.063.875h-.438v.438h.438zm.438.438h-.438v.438h.438zm-1.313.875H1.75v.438h.438zm-.875.437H.875v.438h.438zm-.438.438H.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M1.313 6.563v-.438h.875V5.25H1.75v-.438H.875v.875H.438v.875z" fill="#b79cf8"/>
	<path d="M.875 5.688H.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M2.188 1.75H1.75v.438h.438z" fill="#000"/>
	<path d="M2.188.875H.875v1.313h.875V1.75h.438zm3.938 1.313V.875H4.813v.875h.438v.438z" fill="#b79cf8"/>
	<path d="M2.188.875H1.75v.875h.438zm-.438.875h-.437v.438h.438zm4.375-.438h-.438v.875h.438zm.438-.438h-.438v.438h.438z" fill="#816bee"/>
	<path d="M5.688 6.563v-.438h-.875V5.25h.438v-.438h.875v.875h.438v.875z" fill="#b79cf8"/>
	<path d="M6.563 5.688h-.438v.438h.438zm-.438-.875h-.438v.438h.438z" fill="#816bee"/>
	<path d="M.875 2.625H.438v.438h.438zM7 3.063h-.438v.875H7zm-.438-.438h-.438v.438h.438zM4.374.437h-.436v.438h.438zm.875 1.313h-.438v.438h.438zM3.938 0h-.875v.438h.875z" fill="#000"/>
	<path d="M3.938.438h-.875v.438h.875zm0 2.625h-.875v.875h.875zM6.563.438h-.875v.438h.875zm-.875.438h-.875v.438h.875z" fill="#f0f0f0"/>
	<path d="M3.938 2.188h-.875v.438h.875zm0 2.188h-.875v.438h.875zM6.563.001h-.875v.438h.875zm-.875.438h-.875v.438h.875zm.438 1.75h-.875v.438h.875zM1.313 6.563H.438v.438h.875zm.875-.438h-.875v.438h.875zm-.438-1.75H.875v.438h.875zM.437 5.688H0v.875h.438zm6.563 0h-.438v.875H7zm-.438-.875h-.438v.875h.438zm-5.687 0H.438v.875h.438zm1.75.438h-.437v.875h.438zm2.188 0h-.438v.875h.438zm-1.75.875h-.438v.438h.438zm-.875-1.313H1.75v.438h.438z" fill="#000"/>
	<path d="M2.188 5.25H1.75v.875h.438zm-.438-.438h-.437v.438h.438z" fill="#816bee"/>
	<path d="M.875 3.938H.438v.438h.438zm1.313-.875H1.75v.875h.438zm.875-.438h-.875v.438h.875zm0 1.313h-.875v.438h.875zm2.188-.875h-.438v.875h.438zm-.438-.438h-.875v.438h.875zm0 1.313h-.875v.438h.875zm1.75 0h-.438v.438h.438z" fill="#000"/>
	<path d="M6.563 3.063h-.438v.875h.438zm-.438-.438h-.438v.438h.438zm0 1.313h-.438v.438h.438zm-.875 0h-.438v.438h.438zm-1.313.875h-.874v.438h.875zm.438-.438h-.437v.438h.438zm-1.313 0h-.437v.438h.438zm.875 1.75h-.874v.438h.875zm.438-.438h-.437v.438h.438zm-1.313 0h-.437v.438h.438zm-.874-1.749H1.75v.438h.438zM.875 3.5H.438v.438h.438zm.438.438H.875v.438h.438z" fill="#4282d8"/>
	<path d="M4.375 6.125h-.437v.438h.438zm.875-1.313h-.438v.438h.438zm-1.313 1.75h-.874V7h.875zm2.625 0h-.875V7h.875zm-.875-.438h-.875v.438h.875zm.438-1.75H5.25v.438h.875z" fill="#000"/>
`;function Ms(e={}){return f`<svg
		${S(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Ra}
	</svg>`}var Na=T`
	<path d="M3.938.438h-.875v1.75h.875zm.875 2.625v-.438h-.438v-.437h-1.75v.438h-.437v.438H.438v.875h1.75v.438h.438v.438h.438v1.75h.875v-1.75h.438v-.438h.438v-.439h1.75v-.875z" fill="#bcef42"/>
	<path d="M1.75 0h-.437v.438h.438zm.875 2.188h-.437v.438h.438zm2.188 0h-.438v.438h.438zM5.688 0H5.25v.438h.438zm.438.438h-.438v.438h.438zm.438.438h-.438v.438h.438zm.438.438h-.438v.438h.438zM3.938 0h-.875v.438h.875z" fill="#000"/>
	<path d="M3.938.438h-.875v.438h.875z" fill="#f0f0f0"/>
	<path d="M3.938 1.313h-.875v.438h.875zm0 .438h-.875v.438h.875z" fill="#7fb134"/>
	<path d="M3.938 5.25h-.875v.438h.875z" fill="#f0f0f0"/>
	<path d="M3.938 6.125h-.875v.438h.875zm0-1.313h-.875v.438h.875z" fill="#7fb134"/>
	<path d="M3.938 2.625h-.875v.438h.875zm0 1.313h-.875v.438h.875zm.438-.875h-.438v.875h.438z" fill="#000"/>
	<path d="M5.25 3.063h-.438v.875h.438z" fill="#7fb134"/>
	<path d="M3.063 3.063h-.438v.875h.438z" fill="#000"/>
	<path d="M2.625 2.625h-.437V3.5h.438z" fill="#f0f0f0"/>
	<path d="M1.313.438H.875v.438h.438z" fill="#000"/>
	<path d="M1.313.438v.438H.875v.438H.438v.438h1.313V.438z" fill="#6be473"/>
	<path d="M1.75.438h-.437v.438h.438zm-.437.437H.875v.438h.438z" fill="#f0f0f0"/>
	<path d="M1.75 1.313H.438v.438h1.313z" fill="#008456"/>
	<path d="M5.25 5.25v1.313h.438v-.438h.438v-.438h.438v-.438zm-4.812 0v.438h.438v.438h.438v.438h.438V5.251z" fill="#6be473"/>
	<path d="M1.75 5.25H.438v.438h1.313z" fill="#f0f0f0"/>
	<path d="M1.313 5.688v.875h.438v-.875z" fill="#008456"/>
	<path d="M6.125 1.313V.875h-.438V.438h-.438v1.313h1.313v-.438z" fill="#6be473"/>
	<path d="M5.688.438H5.25v.438h.438zm0 2.625H5.25v.438h.438z" fill="#f0f0f0"/>
	<path d="M6.563 3.5H5.25v.438h1.313z" fill="#7fb134"/>
	<path d="M6.563 1.313H5.25v.438h1.313z" fill="#008456"/>
	<path d="M.875.875H.438v.438h.438zM3.063.437h-.438v1.75h.438zm1.313 0h-.438v1.75h.438zm2.625 2.625h-.438v.875h.438zm-.438-.438h-1.75v.438h1.75zm0 1.313h-1.75v.438h1.75zM.438 3.063H0v.875h.438zm1.75-.438H.438v.438h1.75z" fill="#000"/>
	<path d="M1.75 3.063H.438v.875h.438V3.5h.875z" fill="#f0f0f0"/>
	<path d="M2.188 3.938H.438v.438h1.75zM.438 1.313H0v.438h.438zm1.313 5.25h-.438v.438h.438zm.875-2.188h-.438v.438h.438z" fill="#000"/>
	<path d="M1.75 3.5h-.437v.438h.438zm.438-.438H1.75v.875h.438z" fill="#7fb134"/>
	<path d="M2.188 3.063H1.75v.875h.438z" fill="#3f581a"/>
	<path d="M4.375 4.375h-1.75v.438h1.75z" fill="#7fb134"/>
	<path d="M4.375 2.188h-1.75v.438h1.75z" fill="#f0f0f0"/>
	<path d="M4.813 4.375h-.438v.438h.438z" fill="#000"/>
	<path d="M4.813 3.938h-.438v.438h.438z" fill="#7fb134"/>
	<path d="M5.688 6.563H5.25v.438h.438zm.438-.438h-.438v.438h.438zm.438-.438h-.438v.438h.438zm.438-.438h-.438v.438h.438zM3.939 6.562h-.876V7h.875zm-2.625-.438H.875v.438h.438zm-.438-.438H.438v.438h.438zm2.188-.875h-.439v1.75h.438zm1.313 0h-.439v1.75h.438zM1.75 1.75H.438v.438h1.75V.438H1.75zm3.5 0V.438h-.438v1.75h1.75V1.75z" fill="#000"/>
	<path d="M.438 4.813v.438h1.313v1.313h.438v-1.75zm4.375 0v1.75h.438V5.25h1.313v-.438zM.438 5.25H0v.438h.438z" fill="#000"/>
	<path d="M5.688 6.125H5.25v.438h.438zm.438-.438h-.438v.438h.438zm.438-.438h-.438v.438h.438z" fill="#008456"/>
	<path d="M5.688 5.25H5.25v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.938 3.063h-.875v.875h.875z" fill="#7fb134"/>
	<path d="M3.938 1.75h-.875v.438h.875zm0 3.063h-.875v.438h.875zm1.313-1.75h-.438v.875h.438z" fill="#3f581a"/>
`;function xs(e={}){return f`<svg
		${S(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Na}
	</svg>`}var Ba=T`
	<path d="M4.813 4.375h.438v-.437h1.313V3.5H5.251v-.437h-.438V1.75h.875v-.437H4.375v.438H3.063v-.438h-.438V.875H1.75v.438h-.437v.438H.875v.438H.438v2.625h.438v.438h.438v.438h.438v-.875h1.75v.438h-.439v.438h.438v.438h.875v-.438h1.313v-.438h-.875z" fill="#54cfff"/>
	<path d="M3.938 4.813H3.5v.438h.438zm1.75.438H5.25v.438h.438zm.875-1.75h-.438v.438h.438zM5.25 3.063h-.438v.438h.438zM1.312 4.376H.875v.438h.438zm.438.438h-.437v.875h.438zm2.625.875H3.063v.438h1.313zm0-1.313h-.437v.438h.438z" fill="#4282D8"/>
	<path d="M3.938 0H3.5v.438h.438zm.438.438h-.438v.438h.438zm-.876 0H1.75v.438H3.5zM1.75.875h-.437v.438h.438zm1.313 0h-.438v.438h.438zm.438.438h-.438v.438h.438zm.875 0h-.438v.438h.438zM5.689.875H4.376v.438h1.313zm.438.438h-.438v.438h.438zm-4.814 0H.875v.438h.438zm-.438.437H.438v.438h.438zm-.437.438H0v2.625h.438zm.875.438H.875v1.75h.438zm.438-.438h-.438v.438h.438zm2.188-.438H1.75v.438h2.188z" fill="#000"/>
	<path d="M3.938 1.75H3.5v.875h.438zm1.75 0h-.875v.438h.875z" fill="#000"/>
	<path d="M5.25 1.75h-.438v1.313h.438zm1.313 1.313H5.25v.438h1.313zm.438.438h-.438v.438h.438zm-2.625-.875h-.438v1.75h.438zm2.188 1.313H5.251v.438h1.313zm-1.313.438h-.438v.875h.438z" fill="#000"/>
	<path d="M5.688 4.813h-.875v.438h.875zm.438.438h-.438v.438h.438zm-.438.438H4.375v.438h1.313zm-1.313.438h-1.75v.438h1.75zM3.5 4.814H1.75v.438H3.5zm-.875 1.75h-.437v.438h.438zm-.438-.438H1.75v.438h.438zm-.438-.438h-.436v.438h.438zm.438-.438H1.75v.438h.438zm.875 0h-.437v.438h.438zm-1.75 0H.875v.438h.438zm-.438-.438H.438v.438h.438zm.875-.438h-.436v.438h.438zm2.188 0H3.5v.438h.438z" fill="#000"/>
	<path d="M3.938 2.625H3.5v-.437H1.75v.438h-.437v1.75h.438v.438h1.75v-.438h.438z" fill="#9af4dc"/>
	<path d="M3.5 4.375H1.75v.438H3.5zm-1.75-.437h-.437v.438h.438zm2.188 0H3.5v.438h.438z" fill="#6c9ca6"/>
	<path d="M1.75 2.625h-.437v.438h.438zm.875.438h-.437v.438h.438zm.875-.875H1.75v.438H3.5z" fill="#f0f0f0"/>
	<path d="M3.5 5.688h-.437v.438h.438z" fill="#000"/>
	<path d="M.875 2.188H.438v.875h.438zm.875-.875h-.437v.438h.438zm.875-.438H1.75v.438h.875zm3.063.438H4.375v.438h1.313zM3.938.438H3.5v.438h-.437v.438h.438v.438h.438v-.439h.438V.875h-.439zM2.625 5.25h-.437v.438H1.75v.438h.438v.438h.438v-.438h.438v-.438h-.439z" fill="#f0f0f0"/>
`;function Hs(e={}){return f`<svg
		${S(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Ba}
	</svg>`}var Ua=T`
	<path d="M5.688 1.313V.875h-.875v.438h-.438V.875h-.437V.438h-.875v.438h-.438v.438h-.437V.875h-.875v.438H.875v1.75h.875v.438h.438v-.438h2.625v.438h.438v-.438h.875v-1.75z" fill="#d1cdd5"/>
	<path d="M6.125 3.938V3.5h-1.75v-.437h-1.75v.438H.875v.438H.438v1.313h.438v.438h1.75v.438h.438v.438h.875v-.438h.438V5.69h1.75v-.438h.438V3.938z" fill="#57595f"/>
	<path d="M3.938 0h-.875v.438h.875zm-.875.438h-.438v.438h.438zm1.313 0h-.438v.438h.438zm1.313 0h-.875v.438h.875zm.438.438h-.438v.438h.438zm-1.313 0h-.438v.438h.438zM2.625.875h-.437v.438h.438zM2.188.438h-.875v.438h.875zm-1.313.875H.438v1.75h.438zm.438-.438H.875v.438h.438zM.875 3.5H.438v.438h.438zm-.437.438H0v1.313h.438zm.438 1.313H.438v.438h.438zm1.75.438H.875v.438h1.75zm.438.438h-.439v.438h.438zm.875.438h-.876v.438h.875zm.438-.438h-.439v.438h.438zm1.75-.438h-1.75v.438h1.75zm.438-.438h-.438v.438h.438zm.438-1.313h-.438v1.313h.438zM6.565 3.5h-.438v.438h.438zm0-2.188h-.438v1.75h.438zM2.188 3.5H1.75v.438h.438zm.438-.438h-.438V3.5h.438zm1.75-.438H2.625v.438h1.75zm.438.438h-.438V3.5h.438zm.438.438h-.438v.438h.438zm.438-.438h-.438V3.5h.875v-.437zm-4.377.001H.875v.438h.875v-.438z" fill="#000"/>
	<path d="M.875 4.813H.438v.438h.438zm.438.438H.875v.438h.438zm1.75.438h-.438v.438h.438zm1.313 0h-.438v.438h.438zm-.438.438h-.875v.438h.875zm2.188-.875h-.438v.438h.438zm.438-1.313h-.438v1.313h.438z" fill="#35363a"/>
	<path d="M1.313 2.625H.875v.438h.438zm.875.438H1.75v.438h.438zm3.063 0h-.438v.438h.438zm-2.626-.438h-.437v.438h.438zm2.188 0h-.438v.438h.438z" fill="#847d8b"/>
	<path d="M5.25 3.063h-.438v.438h.438zm-.875-.875h-1.75v.438h1.75zm1.75-.438h-.438v1.313h.438z" fill="#847d8b"/>
	<path d="M1.75 1.75h-.437v.438h.438zm-.437-.437H.875v.438h.438zm.875-.438h-.875v.438h.875zm.875 0h-.438v.438h.438zm.875-.438h-.875v.438h.875zm.438.438h-.438v.438h.438zm1.313 0h-.875v.438h.875zm.438.438h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M.875 3.938H.438v.438h.438zm.438-.438H.875v.438h.438zm1.313 0h-.438v.438h.438zm1.75-.438H2.625V3.5h1.75zm.875.875h-.438v.438h.438zm.875-.438h-.875v.438h.875z" fill="#d8d8d8"/>
`;function $s(e={}){return f`<svg
		${S(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Ua}
	</svg>`}var qa=T`
	<path d="M6.125 1.75v-.437h-.438V.875h-.438V.438H2.625v.438H1.75v.438h-.437v.438H.875v.875H.438v2.188h.438v.438h.438v.438h.438v.438h.438v.438h2.188v-.438h.875v-.438h.438v-.438h.438v-.875h.438V1.75z" fill="#bcef42"/>
	<path d="M6.563.438h-.875v.438h.875z" fill="#f0f0f0"/>
	<path d="M1.313 5.688H.438v.438h.875z" fill="#bcef42"/>
	<path d="M1.75 6.125H.438v.438h1.313z" fill="#7fb134"/>
	<path d="M6.563 3.5h-.438v.875h.438z" fill="#816bee"/>
	<path d="M5.25.438H2.625v.438H5.25z" fill="#f0f0f0"/>
	<path d="M5.25.875H2.625v.438H5.25z" fill="#b79cf8"/>
	<path d="M4.375 6.125H2.188v.438h2.188z" fill="#816bee"/>
	<path d="M6.563.875h-.438v.438h.438z" fill="#bcef42"/>
	<path d="M2.625 2.188h-.437v.438h.438zM1.313 1.75H.875v.438h.438zm.438-.438h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M2.625 1.313h-.437v.438h.438zm3.063 0H5.25v.438h.438z" fill="#b79cf8"/>
	<path d="M2.188.875H1.75v.438h.438zm.875 1.75h-.438v.438h.438zM.875 5.25H.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M6.125 4.813h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438z" fill="#816bee"/>
	<path d="M6.563.438v.875h-.438V.875h-.438v.438h.438v.438h.438v2.625h.438V.438zm-5.25.875H.875v.438h.438zm.438-.438h.875V.438H1.75zh-.438v.438h.438zm4.813 3.5h-.438v.875h.438zM.875 1.75H.438v.875h.438zM5.25 6.125h-.875v.438h.875zm.875-.875h-.438v.438h.438zm-4.812 0H.875v.438h.438zm.438.438h-.438v.438h.438zm-.875-.875H.438v.438h.438zm4.813.875h-.438v.438h.438zM.438 2.625H0v3.938h.438z" fill="#000"/>
	<path d="M5.25.875h.438V.438h.875V0H2.625v.438H5.25zM2.188 6.563v-.438H1.75v.438H.438v.438h3.938v-.438z" fill="#000"/>
	<path d="M.875 2.625H.438V3.5h.438z" fill="#f0f0f0"/>
	<path d="M4.375 2.625H3.5v.438h.875zm-.438 1.75h-.874v.438h.875zm.875-1.313h-.438v.875h.438zm-3.5 1.75h.875v-.438H1.75V2.188h-.437zm3.5-3.063H3.063v.438h1.75zm-.438 3.5H2.625v.438h1.75zm2.188-3.063h-.438v1.313h.438zM.875 3.5H.438v1.313h.438zm1.313-1.75H1.75v.438h.438zm1.313 1.313h-.438v.438h.438zm-.438.875h-.438v.438h.438zm-.438.875h-.437v.438h.438zm1.75-.875h-.437v.438h.438zm.438.875h-.438v.438h.438zm.438-.438h-.438v.438h.438zm-2.188-1.75v-.437h-.438v.438h-.437v1.313h.438V2.625zm3.063-.875h-.438v.438h.438zm-.875.438h-.438v.438h.438zm.438.438h-.438v1.75h.438zM1.313 4.813H.875v.438h.438zm.438.438h-.438v.438h.438zm.438.438H1.75v.438h.438z" fill="#b79cf8"/>
`;function ks(e={}){return f`<svg
		${S(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${qa}
	</svg>`}var Fa=T`
	<path d="M6.125 1.75v-.437h-.438V.875h-.438V.438H1.75v.438h-.437v.438H.875v.438H.438v2.625h.438v.438h.438v.438h.438v.875h.438v.438h2.625v-.438h.438v-.875h.438v-.438h.438v-.438h.438V1.75z" fill="#d1cdd5"/>
	<path d="M1.75.438h-.437v.438h.438zm-.437.437H.875v.438h.438zm-.438.438H.438v.438h.438zm.875 3.938h-.437v.875h.438zm-.438-.438H.875v.438h.438zm.875 1.313H1.75v.438h.438zM.874 4.376H.438v.438h.438z" fill="#000"/>
	<path d="M1.75 4.813h-.437v.438h.438zm.438.875H1.75v.438h.438zm-.875-1.313H.875v.438h.438zm1.75-1.313H1.75v1.313h1.313z" fill="#847d8b"/>
	<path d="M3.063 3.5h-.875v.875h.875z" fill="#57595f"/>
	<path d="M5.25 3.063H3.938v1.313h1.313z" fill="#847d8b"/>
	<path d="M5.25 3.5h-.875v.875h.875z" fill="#57595f"/>
	<path d="M5.25 5.254h.438v-.438H5.25zm-.438.875h.438v-.438h-.438zm.875-1.313h.438v-.438h-.438z" fill="#847d8b"/>
	<path d="M.438 1.75H0v2.625h.438z" fill="#000"/>
	<path d="M.875 1.75H.438v2.625h.438z" fill="#fff"/>
	<path d="M5.25.879h.438V.441H5.25zm.438.438h.438V.879h-.438zm.438.438h.438v-.438h-.438zM5.251 6.13h.438v-.875h-.438zm.438-.875h.438v-.438h-.438zm-.875 1.313h.438V6.13h-.438zm1.313-1.75h.438V4.38h-.438zm.438-.438h.438V1.755h-.438z" fill="#000"/>
	<path d="M6.125 4.379h.438V1.754h-.438z" fill="#847d8b"/>
	<path d="M1.75 0v.438h3.5V0z" fill="#000"/>
	<path d="M1.75.875h-.437v.438h.438zm-.437.438H.875v.438h.438zm.438.438h-.438v.438h.438zm3.5-.433h.438V.88h-.438zm.438.438h.438v-.438h-.438zM1.75.438v.438h3.5V.438z" fill="#fff"/>
	<path d="M2.188 6.563v.438h2.625v-.438z" fill="#000"/>
	<path d="M2.188 6.125v.438h2.625v-.438z" fill="#847d8b"/>
	<path d="M3.063 5.688h-.438v.875h.438zm1.313 0h-.438v.875h.438z" fill="#57595f"/>
`;function Es(e={}){return f`<svg
		${S(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Fa}
	</svg>`}var Wa=T`
	<path d="M3.063 0H1.75v.438h1.313zm1.75.438h-1.75v.438h1.75zm-.875 2.187H3.5v1.75h.438zm-3.5-.437H0v2.625h.438zM6.563.875h-1.75v.438h1.75z" fill="#000"/>
	<path d="M3.063.438H1.75v.438h1.313zm1.75.438h-1.75v.438h1.75zm1.75.438h-1.75v.438h1.75z" fill="#f0f0f0"/>
	<path d="M3.063 6.563H1.75v.438h1.313z" fill="#000"/>
	<path d="M2.625 6.125v-.438h-.437v-.875H1.75V2.188h.438v-.875h.438V.875H1.75v.438H.875v1.75H.438v1.75h.438v.875h.438v.438h.438v.438h1.313v-.438z" fill="#ffe361"/>
	<path d="M3.063 6.125H1.75v.438h1.313z" fill="#ffb84b"/>
	<path d="M4.813 6.125h-1.75v.438h1.75z" fill="#000"/>
	<path d="M4.375 5.688V5.25h-.437v-.875H3.5v-1.75h.438V1.75h.438v-.437H3.063v.438h-.438v1.313h-.437v1.75h.438v.875h.438v.438h1.75v-.438z" fill="#ffe361"/>
	<path d="M6.563 5.688h-1.75v.438h1.75zM1.75.438h-.437v.438h.438zm-.437.437H.875v.438h.438zm-.438.438H.438v.875h.438zm6.125 0h-.438v.438H7zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.875h.438zm.875 3.063h-.438v.438h.438zm-.438-.438h-.438v.438h.438zm-.438-.875h-.438v.875h.438zm-.438-.875h-.438v.875h.438zM1.747 6.127h-.434v.438h.438zm-.438-.438H.875v.438h.438zm-.438-.875H.438v.875h.438zm1.313-2.625H1.75v2.625h.438zM3.059.876h-.434v.438h.438zm-.434.437h-.437v.875h.438z" fill="#000"/>
	<path d="M.875 2.188H.438v.875h.438zm1.75 0h-.437v.875h.438z" fill="#f0f0f0"/>
	<path d="M2.188 1.313H1.75v.875h.438z" fill="#ffb84b"/>
	<path d="M4.813 1.313h-.438v.438h.438z" fill="#000"/>
	<path d="M1.75.875h-.437v.438h.438z" fill="#f0f0f0"/>
	<path d="M2.625.875h-.437v.438h.438zm1.313.875H3.5v.875h.438zm.438-.438h-.438v.438h.438zm-2.188 3.5H1.75v.438h.438zm-.438.875h-.437v.438h.438zm-.438-.875H.875v.875h.438zm2.188.875v-.438h-.437v-.438h-.438v.875h.438v.438h1.75v-.438zm.438-1.313H3.5v.438h.438z" fill="#ffb84b"/>
	<path d="M4.375 5.688V5.25h-.437v-.875H3.5v-1.75h.438V1.75h.438v-.437H3.063v.438h-.438v1.313h-.437v1.75h.438v.875h.438v.438h1.75v-.438z" fill="url(#a)"/>
	<path d="M6.125 5.25v-.438h-.438v-.874h-.438v-.875h.438v-.875h.438V1.75H4.812v.438h-.438v.438h-.436v1.75h.438v.875h.438v.438h1.75v-.438z" fill="#ff2c52"/>
	<path d="M5.688 2.188H5.25v.875h.438zm.438-.438h-.438v.438h.438zm-.438 2.188H5.25v.438h.438zM5.25 5.251v-.438h-.875v.438h.438v.438h1.75v-.438z" fill="#be0351"/>
	<path d="M1.313 1.313H.875v.438h.438zm0 1.75H.875v.438h.438zm1.75-1.75h-.438v.438h.438zm1.75.438h-.438v.438h.438zm-.438.875h-.437v.438h.438z" fill="#f0f0f0"/>
	<path d="M4.375 1.75h-.437v.875h.438zM3.062 5.688h-.437v.438h.438zm-.438-.875h-.436v.875h.438zm2.188.438h-.438v.438h.438zm-.438-.875h-.436v.875h.438z" fill="#000"/>
	<defs>
		<radialGradient id="a" cx=".75" cy=".5" r="1" fx=".75" fy=".5">
		<stop stop-color="#ff2c52" offset="30%"/>
		<stop stop-color="#ffe361" offset="70%"/>
		</radialGradient>
	</defs>
`;function Ts(e={}){return f`<svg
		${S(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Wa}
	</svg>`}var Za=T`
	<path d="M4.813.438v.438h-.438v.438h-.437v.438H3.5v.438h-.437v.875h-.438v.438H3.5v.875h.438v-.44h.875V3.5h.438v-.437h.438v-.438h.438v-.437h.438V.438z" fill="#d1cdd5"/>
	<path d="M1.313 3.938h.438v.438h.875v.875h.438v.438h.875v.438h.875v-.875h-.876v-.438H3.5v-.438h-.437v-.438h-.438V3.5h-.437v-.437H1.75v-.875H.875v.875h.438z" fill="#ffe361"/>
	<path d="M2.188 4.813h-.875v.875h.875zm-.875.875H.438v.875h.875z" fill="#ffe361"/>
	<path d="M4.813.438h-.438v.438h.438zm-.438.438h-.437v.438h.438zm-.437.437H3.5v.438h.438zM3.5 1.75h-.437v.438h.438zm-.437.438h-.438v.875h.438zm-.875 0H1.75v.875h.438zm-1.313 0H.438v.875h.438zm.438.875H.875v.875h.438zm3.5.875h-.875v.438h.875zm0 .875h-.875v.438h.875zm.438.438h-.438v.875h.438z" fill="#000"/>
	<path d="M6.563.438h-.438v1.75h.438z" fill="#847d8b"/>
	<path d="M.438 5.688H0v.875h.438zm4.375.438h-.875v.438h.875zm-.875-.438h-.875v.438h.875z" fill="#000"/>
	<path d="M2.188 5.25h-.875v.438h.875zm-.875.875H.438v.438h.875z" fill="#ffb84b"/>
	<path d="M1.313 6.125v.438h.438v-.438h.438v-.438h-.876zm1.313-.875v-.875H1.75v-.437h-.437v.875h.875v.875h.875V5.25zm-1.313 0v-.438H.875v.438H.438v.438h.875zm0 1.313H.438v.438h.875zM1.75 1.75H.875v.438h.875zm1.313 2.188v.438h.438V3.5h-.876v.438z" fill="#000"/>
	<path d="M5.688 1.313H5.25v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.436v.438h.438zm-.436.436H3.5v.438h.438z" fill="#847d8b"/>
	<path d="M3.063 3.063h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M1.75 3.5h-.437v.438h.438zm-.437-.875H.875v.438h.438zm.875 1.313H1.75v.438h.438zm.875.875h-.438v.438h.438zm.438.438h-.438v.438h.438zm.875.438h-.438v.438h.438z" fill="#ffb84b"/>
	<path d="M3.938 4.375H3.5v.438h.438zM2.625 3.063h-.437v.438h.438zm3.938-.875h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438-3.5V.44h1.75v1.75h.438V0z" fill="#000"/>
	<path d="M4.813 5.25h-.438v.438h.438zm-.875-.438H3.5v.438h.438zM3.5 4.374h-.437v.438h.438zm-.437-.436h-.438v.438h.438zM2.625 3.5h-.437v.438h.438zm-.437-.437H1.75v.438h.438zM3.5 2.188h-.437v.438h1.313v-.438h-.438V1.75H3.5zM4.375.875v.438h-.437v.438h1.313v-.438h-.438V.875zm1.75-.438H4.812v.438h1.313z" fill="#f0f0f0"/>
	<path d="M6.125 2.188h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.873.436H3.5v.438h.438z" fill="#847d8b"/>
	<path d="M1.75 2.188h-.437v.438h.438zm0 2.625h-.437v.438h.438zm-.875.875H.438v.438h.438z" fill="#f0f0f0"/>
`;function Ss(e={}){return f`<svg
		${S(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Za}
	</svg>`}var Ga=T`
	<path d="M5.688 2.625v-.437H5.25V1.75h-.438v-.437h-.438V.875h-.436V.438h-.875v.438h-.438v.438h-.437v.438H1.75v.438h-.437v.438H.875v.875H.438v2.188h.438v.438h.875v.438h3.5v-.438h.875v-.438h.438V3.5h-.438v-.875z" fill="#0abbff"/>
	<path d="M3.063 0v.438h.875V0zm-.438.438v.438h.438V.438zm1.313 0v.438h.438V.438zm.438.438v.438h.438V.875zm.438.438v.438h.438v-.439zm.438.438v.438h.438v-.44zm.438.438v.438h.438v-.44zm.438.438v.875h.438v-.878zm-5.69-.003V3.5h.438v-.875zM0 3.5v2.188h.438V3.5zm6.563 0v2.188h.438V3.5zM2.188.875v.438h.438V.875zm-.438.438v.438h.438v-.438zm-.437.437v.438h.438V1.75zm-.438.438v.438h.438v-.438zm-.438 3.5v.438h.438v-.438zm5.688 0v.438h.438v-.438zm-4.375.875v.438h3.5v-.438z" fill="#000"/>
	<path d="M1.75 6.125v.438h3.5v-.438z" fill="#4282d8"/>
	<path d="M.875 6.125v.438h.875v-.438zm5.25.438v-.438H5.25v.438z" fill="#000"/>
	<path d="M3.063.438v.438h.875V.438z" fill="#fff"/>
	<path opacity=".5" d="M4.813 3.5v-.437h-.438v-.438h-.437v-.437h-.875v.438h-.438v.438h-.437v.438H1.75v1.313h.438v.438h2.625v-.438h.438V3.5z" fill="#fff"/>
	<path d="M2.625.875v.438h.438V.875zm-.437.438v.438h.438v-.438zm.438.438v.438h.438V1.75zM1.75 1.75v.438h.438V1.75zm-.437.438v.438h.438v-.438zm-.438.437V3.5h.438v-.875zM.438 3.5v.875h.438V3.5z" fill="#fff"/>
	<path d="M5.25 2.188v.438h.438v-.438zm.438.438v.875h.438v-.876zm.438.875v1.75h-.438v.438H5.25v.438h.875v-.438h.438V3.5zM.875 6.125h.875v-.438H.875z" fill="#4282d8"/>
`;function Cs(e={}){return f`<svg
		${S(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Ga}
	</svg>`}var Ja=globalThis.$discordMessage??{};function Xe(){return Ja}var gi={blue:"https://cdn.discordapp.com/embed/avatars/0.png",gray:"https://cdn.discordapp.com/embed/avatars/1.png",green:"https://cdn.discordapp.com/embed/avatars/2.png",orange:"https://cdn.discordapp.com/embed/avatars/3.png",red:"https://cdn.discordapp.com/embed/avatars/4.png",pink:"https://cdn.discordapp.com/embed/avatars/5.png"},zi=Xe().avatars??{},As=Object.assign(gi,zi,{default:gi[zi.default]??zi.default??gi.blue}),tr=Xe().profiles??{},sr=Xe().defaultTheme==="light"?"light":"dark",ir=Xe().defaultMode==="compact"?"compact":"cozy",or=Xe().defaultBackground==="none"?"none":"discord",rr=new Map([["heart",us()],["crystal",ds()],["diamond",ms()],["explosion",ps()],["flame",fs()],["flower",vs()],["key",gs()],["leaf",zs()],["lightning",bs()],["magic",_s()],["moon",ys()],["mushroom",ws()],["mythical",Ms()],["ornament",xs()],["plasma",Hs()],["rock",$s()],["shell",ks()],["skull",Es()],["sun",Ts()],["sword",Ss()],["water",Cs()]]);var Ka=T`
	<path
		fill="currentColor"
		d="M18.91 12.98a5.45 5.45 0 0 1 2.18 6.2c-.1.33-.09.68.1.96l.83 1.32a1 1 0 0 1-.84 1.54h-5.5A5.6 5.6 0 0 1 10 17.5a5.6 5.6 0 0 1 5.68-5.5c1.2 0 2.32.36 3.23.98Z"
	/>
	<path
		fill="currentColor"
		d="M19.24 10.86c.32.16.72-.02.74-.38L20 10c0-4.42-4.03-8-9-8s-9 3.58-9 8c0 1.5.47 2.91 1.28 4.11.14.21.12.49-.06.67l-1.51 1.51A1 1 0 0 0 2.4 18h5.1a.5.5 0 0 0 .49-.5c0-4.2 3.5-7.5 7.68-7.5 1.28 0 2.5.3 3.56.86Z"
	/>
`;function bi(e={}){return f`<svg
		${S(e)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 20 20"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Ka}
	</svg>`}var Ya=T`
	<path
		fill="currentColor"
		fill-rule="evenodd"
		clip-rule="evenodd"
		d="M10.99 3.16A1 1 0 1 0 9 2.84L8.15 8H4a1 1 0 0 0 0 2h3.82l-.67 4H3a1 1 0 1 0 0 2h3.82l-.8 4.84a1 1 0 0 0 1.97.32L8.85 16h4.97l-.8 4.84a1 1 0 0 0 1.97.32l.86-5.16H20a1 1 0 1 0 0-2h-3.82l.67-4H21a1 1 0 1 0 0-2h-3.82l.8-4.84a1 1 0 1 0-1.97-.32L15.15 8h-4.97l.8-4.84ZM14.15 14l.67-4H9.85l-.67 4h4.97Z"
	/>
`;function _i(e={}){return f`<svg
		${S(e)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Ya}
	</svg>`}var Qa=T`
	<path
		fill="currentColor"
		d="M12 2.81a1 1 0 0 1 0-1.41l.36-.36a1 1 0 0 1 1.41 0l9.2 9.2a1 1 0 0 1 0 1.4l-.7.7a1 1 0 0 1-1.3.13l-9.54-6.72a1 1 0 0 1-.08-1.58l1-1L12 2.8ZM12 21.2a1 1 0 0 1 0 1.41l-.35.35a1 1 0 0 1-1.41 0l-9.2-9.19a1 1 0 0 1 0-1.41l.7-.7a1 1 0 0 1 1.3-.12l9.54 6.72a1 1 0 0 1 .07 1.58l-1 1 .35.36ZM15.66 16.8a1 1 0 0 1-1.38.28l-8.49-5.66A1 1 0 1 1 6.9 9.76l8.49 5.65a1 1 0 0 1 .27 1.39ZM17.1 14.25a1 1 0 1 0 1.11-1.66L9.73 6.93a1 1 0 0 0-1.11 1.66l8.49 5.66Z"
	/>
`;function yi(e={}){return f`<svg
		${S(e)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Qa}
	</svg>`}var Xa=T`
	<path
		fill="currentColor"
		fill-rule="evenodd"
		clip-rule="evenodd"
		d="M6 9h1V6a5 5 0 0 1 10 0v3h1a3 3 0 0 1 3 3v8a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3v-8a3 3 0 0 1 3-3Zm9-3v3H9V6a3 3 0 1 1 6 0Zm-1 8a2 2 0 0 1-1 1.73V18a1 1 0 1 1-2 0v-2.27A2 2 0 1 1 14 14Z"
	/>
`;function wi(e={}){return f`<svg
		${S(e)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Xa}
	</svg>`}var en=T`
	<path
		fill="currentColor"
		d="M12 3a1 1 0 0 0-1-1h-.06a1 1 0 0 0-.74.32L5.92 7H3a1 1 0 0 0-1 1v8a1 1 0 0 0 1 1h2.92l4.28 4.68a1 1 0 0 0 .74.32H11a1 1 0 0 0 1-1V3ZM15.1 20.75c-.58.14-1.1-.33-1.1-.92v-.03c0-.5.37-.92.85-1.05a7 7 0 0 0 0-13.5A1.11 1.11 0 0 1 14 4.2v-.03c0-.6.52-1.06 1.1-.92a9 9 0 0 1 0 17.5Z"
	/>
	<path
		fill="currentColor"
		d="M15.16 16.51c-.57.28-1.16-.2-1.16-.83v-.14c0-.43.28-.8.63-1.02a3 3 0 0 0 0-5.04c-.35-.23-.63-.6-.63-1.02v-.14c0-.63.59-1.1 1.16-.83a5 5 0 0 1 0 9.02Z"
	/>
`;function Mi(e={}){return f`<svg
		${S(e)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${en}
	</svg>`}var dt=function(e,t,s,i,o,r){function a(k){if(k!==void 0&&typeof k!="function")throw new TypeError("Function expected");return k}for(var l=i.kind,h=l==="getter"?"get":l==="setter"?"set":"value",p=!t&&e?i.static?e:e.prototype:null,d=t||(p?Object.getOwnPropertyDescriptor(p,i.name):{}),c,w=!1,g=s.length-1;g>=0;g--){var x={};for(var b in i)x[b]=b==="access"?{}:i[b];for(var b in i.access)x.access[b]=i.access[b];x.addInitializer=function(k){if(w)throw new TypeError("Cannot add initializers after decoration has completed");r.push(a(k||null))};var z=(0,s[g])(l==="accessor"?{get:d.get,set:d.set}:d[h],x);if(l==="accessor"){if(z===void 0)continue;if(z===null||typeof z!="object")throw new TypeError("Object expected");(c=a(z.get))&&(d.get=c),(c=a(z.set))&&(d.set=c),(c=a(z.init))&&o.unshift(c)}else(c=a(z))&&(l==="field"?o.unshift(c):d[h]=c)}p&&Object.defineProperty(p,i.name,d),w=!0},fe=function(e,t,s){for(var i=arguments.length>2,o=0;o<t.length;o++)s=i?t[o].call(e,s):t[o].call(e);return i?s:void 0},et="light-theme",tt="compact-mode",xi="no-background",Hi=(()=>{let e=[ie("discord-messages")],t,s=[],i,o=J,r,a=[],l=[],h,p=[],d=[],c,w=[],g=[],x,b=[],z=[],k,X=[],ee=[];var te=class extends o{static{i=this}static{let E=typeof Symbol=="function"&&Symbol.metadata?Object.create(o[Symbol.metadata]??null):void 0;r=[At({context:et}),M({type:Boolean,reflect:!0,attribute:"light-theme"})],h=[At({context:xi}),M({type:Boolean,reflect:!0,attribute:"no-background"})],c=[At({context:tt}),M({type:Boolean,reflect:!0,attribute:"compact-mode"})],x=[M({reflect:!0,attribute:"channel-type"})],k=[M({reflect:!0,attribute:"channel-name"})],dt(this,null,r,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:$=>"lightTheme"in $,get:$=>$.lightTheme,set:($,P)=>{$.lightTheme=P}},metadata:E},a,l),dt(this,null,h,{kind:"accessor",name:"noBackground",static:!1,private:!1,access:{has:$=>"noBackground"in $,get:$=>$.noBackground,set:($,P)=>{$.noBackground=P}},metadata:E},p,d),dt(this,null,c,{kind:"accessor",name:"compactMode",static:!1,private:!1,access:{has:$=>"compactMode"in $,get:$=>$.compactMode,set:($,P)=>{$.compactMode=P}},metadata:E},w,g),dt(this,null,x,{kind:"accessor",name:"channelType",static:!1,private:!1,access:{has:$=>"channelType"in $,get:$=>$.channelType,set:($,P)=>{$.channelType=P}},metadata:E},b,z),dt(this,null,k,{kind:"accessor",name:"channelName",static:!1,private:!1,access:{has:$=>"channelName"in $,get:$=>$.channelName,set:($,P)=>{$.channelName=P}},metadata:E},X,ee),dt(null,t={value:i},e,{kind:"class",name:i.name,metadata:E},null,s),te=i=t.value,E&&Object.defineProperty(i,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:E})}static styles=se`
		:host {
			color: #fff;
			background-color: #36393e;
			display: block;
			font-size: 16px;
			font-family: 'gg sans', 'Noto Sans', Whitney, 'Helvetica Neue', Helvetica, Roboto, Arial, sans-serif;
			line-height: 170%;
			border: 1px solid rgba(255, 255, 255, 0.05);
		}

		:host([light-theme]) {
			color: #747f8d;
			background-color: #fff;
			border-color: #dedede;
		}

		:host([no-background]) {
			background-color: unset;
		}

		::slotted(*) {
			padding-top: 0.125rem;
			padding-bottom: 0.125rem;
		}

		::slotted(*:first-child) {
			margin-top: 0.5rem;
		}

		::slotted(*:not(:first-child)) {
			margin-top: 1.0625rem;
		}

		:host([compact-mode]) ::slotted(*:not(:first-child)) {
			margin-top: unset;
		}

		::slotted(*:last-child) {
			margin-bottom: 0.5rem;
			border-bottom-width: 0;
		}

		:host .discord-channel-header {
			display: flex;
			align-items: center;
			padding: 0.5rem 1rem;
			box-shadow:
				0 2px 0 0 rgba(0, 0, 0, 0.05),
				0 1.5px 0 0 rgba(0, 0, 0, 0.05),
				0 1px 0 0 rgba(0, 0, 0, 0.16);
		}

		:host .discord-channel-icon {
			height: 24px;
			width: auto;
			margin: 0 8px;
			position: relative;
			flex: 0 0 auto;
			color: #80848e;
		}

		:host([light-theme]) .discord-channel-icon {
			color: #6d6f78;
		}

		:host .discord-channel-name {
			margin: 0 8px 0 0;
			flex: 0 0 auto;
			min-width: auto;
		}
	`;#e=fe(this,a,!1);get lightTheme(){return this.#e}set lightTheme(E){this.#e=E}#t=(fe(this,l),fe(this,p,!1));get noBackground(){return this.#t}set noBackground(E){this.#t=E}#s=(fe(this,d),fe(this,w,!1));get compactMode(){return this.#s}set compactMode(E){this.#s=E}#i=(fe(this,g),fe(this,b,void 0));get channelType(){return this.#i}set channelType(E){this.#i=E}#o=(fe(this,z),fe(this,X,void 0));get channelName(){return this.#o}set channelName(E){this.#o=E}connectedCallback(){super.connectedCallback(),(this.lightTheme||sr==="light"&&this.lightTheme)&&(this.lightTheme=!0),(this.compactMode||ir==="compact"&&this.compactMode)&&(this.compactMode=!0),(this.noBackground||or==="none"&&this.noBackground)&&(this.noBackground=!0)}render(){let E;switch(this.channelType){case"text":E=f`${_i()}`;break;case"voice":E=f`${Mi()}`;break;case"locked":E=f`${wi()}`;break;case"thread":E=f`${yi()}`;break;case"forum":E=f`${bi()}`;break}return f`
			${O(this.channelType&&this.channelName,()=>f`<div class="discord-channel-header">
						<div class="discord-channel-icon">${E}</div>
						<div class="discord-channel-name">${this.channelName}</div>
					</div>`)}
			<slot></slot>
		`}constructor(){super(...arguments),fe(this,ee)}static{fe(i,s)}};return te=i})();var tn=T`
	<path d="M7.4,11.17,4,8.62,5,7.26l2,1.53L10.64,4l1.36,1Z" fill="currentColor" />
`;function jt(e={}){return f`<svg
		${S(e)}
		class="discord-application-tag-verified"
		aria-label="Verified App"
		aria-hidden="false"
		width="16"
		height="16"
		viewBox="0 0 16 15.2"
		xmlns="http://www.w3.org/2000/svg"
	>
		${tn}
	</svg>`}var $i=function(e,t,s,i,o,r){function a(k){if(k!==void 0&&typeof k!="function")throw new TypeError("Function expected");return k}for(var l=i.kind,h=l==="getter"?"get":l==="setter"?"set":"value",p=!t&&e?i.static?e:e.prototype:null,d=t||(p?Object.getOwnPropertyDescriptor(p,i.name):{}),c,w=!1,g=s.length-1;g>=0;g--){var x={};for(var b in i)x[b]=b==="access"?{}:i[b];for(var b in i.access)x.access[b]=i.access[b];x.addInitializer=function(k){if(w)throw new TypeError("Cannot add initializers after decoration has completed");r.push(a(k||null))};var z=(0,s[g])(l==="accessor"?{get:d.get,set:d.set}:d[h],x);if(l==="accessor"){if(z===void 0)continue;if(z===null||typeof z!="object")throw new TypeError("Object expected");(c=a(z.get))&&(d.get=c),(c=a(z.set))&&(d.set=c),(c=a(z.init))&&o.unshift(c)}else(c=a(z))&&(l==="field"?o.unshift(c):d[h]=c)}p&&Object.defineProperty(p,i.name,d),w=!0},Dt=function(e,t,s){for(var i=arguments.length>2,o=0;o<t.length;o++)s=i?t[o].call(e,s):t[o].call(e);return i?s:void 0},vc=(()=>{let e=[ie("discord-verified-author-tag")],t,s=[],i,o=J,r,a=[],l=[],h,p=[],d=[];var c=class extends o{static{i=this}static{let w=typeof Symbol=="function"&&Symbol.metadata?Object.create(o[Symbol.metadata]??null):void 0;r=[M({type:Boolean})],h=[de({context:tt}),M({type:Boolean,reflect:!0,attribute:"compact-mode"})],$i(this,null,r,{kind:"accessor",name:"verified",static:!1,private:!1,access:{has:g=>"verified"in g,get:g=>g.verified,set:(g,x)=>{g.verified=x}},metadata:w},a,l),$i(this,null,h,{kind:"accessor",name:"compactMode",static:!1,private:!1,access:{has:g=>"compactMode"in g,get:g=>g.compactMode,set:(g,x)=>{g.compactMode=x}},metadata:w},p,d),$i(null,t={value:i},e,{kind:"class",name:i.name,metadata:w},null,s),c=i=t.value,w&&Object.defineProperty(i,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:w})}static styles=se`
		:host {
			background-color: #5865f2;
			color: #fff;
			font-size: 0.625em;
			margin-left: 4px;
			border-radius: 3px;
			line-height: 100%;
			text-transform: uppercase;
			display: inline-flex;
			align-items: center;
			height: 0.9375rem;
			padding: 0 0.275rem;
			margin-top: 0.075em;
			border-radius: 0.1875rem;
		}

		:host .discord-application-tag-verified {
			display: inline-block;
			width: 0.9375rem;
			height: 0.9375rem;
			margin-left: -0.25rem;
		}

		:host([compact-mode]) {
			padding-left: 10px;
			padding-right: 4px;
			margin-right: 0.25rem;
			margin-left: 0px !important;
			margin-top: 0px !important;
		}

		:host([compact-mode]) .discord-application-tag-verified {
			margin-right: 0.7em;
			margin-left: -0.7em;
		}
	`;#e=Dt(this,a,!1);get verified(){return this.#e}set verified(w){this.#e=w}#t=(Dt(this,l),Dt(this,p,!1));get compactMode(){return this.#t}set compactMode(w){this.#t=w}render(){return f`${O(this.verified,()=>jt())}App`}constructor(){super(...arguments),Dt(this,d)}static{Dt(i,s)}};return c=i})();var K=e=>e??G;var ki=class extends Ue{render(t){return ce}update(t,[s]){let{style:i}=t.element;for(let[o,r]of Object.entries(s))r?i.setProperty(o,r):i.removeProperty(o);return ce}},It=Qe(ki);var Vs=class extends Error{constructor(t){super(t),this.name="DiscordComponentsError"}},sn=new Intl.DateTimeFormat("en-US",{day:"2-digit",month:"2-digit",year:"numeric"}),on=new Intl.DateTimeFormat("en-US",{hour12:!0,hour:"2-digit",minute:"2-digit"}),rn=new Intl.DateTimeFormat("en-US",{hour12:!1,hour:"2-digit",minute:"2-digit"}),an=e=>e instanceof Date?sn.format(e):e,nn=(e,t=!1)=>e instanceof Date?t?rn.format(e):on.format(e):e;function Ei(e,t=!1,s=!1){if(!(e instanceof Date)&&typeof e!="string")throw new TypeError("Timestamp prop must be a Date object or a string.");return t?nn(e,s):an(e)}var ln=/(?:<(?<animated>a)?:(?<name>\w{2,32}):)?(?<id>\d{17,21})>?/;function js(e){let t=Xe().emojis?.[e];if(t)return t;let s=ln.exec(e);if(s?.groups){let{name:i,id:o,animated:r}=s.groups;return{name:i,url:`https://cdn.discordapp.com/emojis/${o}.${r?"gif":"png"}`}}}function ar(e){if(e)return rr.get(e)??e}var oe=function(e,t,s,i,o,r){function a(k){if(k!==void 0&&typeof k!="function")throw new TypeError("Function expected");return k}for(var l=i.kind,h=l==="getter"?"get":l==="setter"?"set":"value",p=!t&&e?i.static?e:e.prototype:null,d=t||(p?Object.getOwnPropertyDescriptor(p,i.name):{}),c,w=!1,g=s.length-1;g>=0;g--){var x={};for(var b in i)x[b]=b==="access"?{}:i[b];for(var b in i.access)x.access[b]=i.access[b];x.addInitializer=function(k){if(w)throw new TypeError("Cannot add initializers after decoration has completed");r.push(a(k||null))};var z=(0,s[g])(l==="accessor"?{get:d.get,set:d.set}:d[h],x);if(l==="accessor"){if(z===void 0)continue;if(z===null||typeof z!="object")throw new TypeError("Object expected");(c=a(z.get))&&(d.get=c),(c=a(z.set))&&(d.set=c),(c=a(z.init))&&o.unshift(c)}else(c=a(z))&&(l==="field"?o.unshift(c):d[h]=c)}p&&Object.defineProperty(p,i.name,d),w=!0},N=function(e,t,s){for(var i=arguments.length>2,o=0;o<t.length;o++)s=i?t[o].call(e,s):t[o].call(e);return i?s:void 0},Ti=(()=>{let e=[ie("discord-author-info")],t,s=[],i,o=J,r,a=[],l=[],h,p=[],d=[],c,w=[],g=[],x,b=[],z=[],k,X=[],ee=[],te,E=[],$=[],P,D=[],V=[],W,pe=[],be=[],Te,Se=[],Ce=[],Ae,Ve=[],je=[],De,Ie=[],Le=[],Oe,Pe=[],Re=[],Ne,A=[],y=[];var I=class extends o{static{i=this}static{let C=typeof Symbol=="function"&&Symbol.metadata?Object.create(o[Symbol.metadata]??null):void 0;r=[M()],h=[M({type:Boolean})],c=[M({type:Boolean})],x=[M({type:Boolean,attribute:"official-app"})],k=[M({type:Boolean})],te=[M({attribute:"role-color"})],P=[M({attribute:"role-icon"})],W=[M({attribute:"role-name"})],Te=[M({attribute:"clan-icon"})],Ae=[M({attribute:"clan-tag"})],De=[M({type:Boolean})],Oe=[de({context:tt}),M({type:Boolean,reflect:!0,attribute:"compact-mode"})],Ne=[de({context:et}),M({type:Boolean,reflect:!0,attribute:"light-theme"})],oe(this,null,r,{kind:"accessor",name:"author",static:!1,private:!1,access:{has:_=>"author"in _,get:_=>_.author,set:(_,L)=>{_.author=L}},metadata:C},a,l),oe(this,null,h,{kind:"accessor",name:"bot",static:!1,private:!1,access:{has:_=>"bot"in _,get:_=>_.bot,set:(_,L)=>{_.bot=L}},metadata:C},p,d),oe(this,null,c,{kind:"accessor",name:"server",static:!1,private:!1,access:{has:_=>"server"in _,get:_=>_.server,set:(_,L)=>{_.server=L}},metadata:C},w,g),oe(this,null,x,{kind:"accessor",name:"officialApp",static:!1,private:!1,access:{has:_=>"officialApp"in _,get:_=>_.officialApp,set:(_,L)=>{_.officialApp=L}},metadata:C},b,z),oe(this,null,k,{kind:"accessor",name:"op",static:!1,private:!1,access:{has:_=>"op"in _,get:_=>_.op,set:(_,L)=>{_.op=L}},metadata:C},X,ee),oe(this,null,te,{kind:"accessor",name:"roleColor",static:!1,private:!1,access:{has:_=>"roleColor"in _,get:_=>_.roleColor,set:(_,L)=>{_.roleColor=L}},metadata:C},E,$),oe(this,null,P,{kind:"accessor",name:"roleIcon",static:!1,private:!1,access:{has:_=>"roleIcon"in _,get:_=>_.roleIcon,set:(_,L)=>{_.roleIcon=L}},metadata:C},D,V),oe(this,null,W,{kind:"accessor",name:"roleName",static:!1,private:!1,access:{has:_=>"roleName"in _,get:_=>_.roleName,set:(_,L)=>{_.roleName=L}},metadata:C},pe,be),oe(this,null,Te,{kind:"accessor",name:"clanIcon",static:!1,private:!1,access:{has:_=>"clanIcon"in _,get:_=>_.clanIcon,set:(_,L)=>{_.clanIcon=L}},metadata:C},Se,Ce),oe(this,null,Ae,{kind:"accessor",name:"clanTag",static:!1,private:!1,access:{has:_=>"clanTag"in _,get:_=>_.clanTag,set:(_,L)=>{_.clanTag=L}},metadata:C},Ve,je),oe(this,null,De,{kind:"accessor",name:"verified",static:!1,private:!1,access:{has:_=>"verified"in _,get:_=>_.verified,set:(_,L)=>{_.verified=L}},metadata:C},Ie,Le),oe(this,null,Oe,{kind:"accessor",name:"compactMode",static:!1,private:!1,access:{has:_=>"compactMode"in _,get:_=>_.compactMode,set:(_,L)=>{_.compactMode=L}},metadata:C},Pe,Re),oe(this,null,Ne,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:_=>"lightTheme"in _,get:_=>_.lightTheme,set:(_,L)=>{_.lightTheme=L}},metadata:C},A,y),oe(null,t={value:i},e,{kind:"class",name:i.name,metadata:C},null,s),I=i=t.value,C&&Object.defineProperty(i,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:C})}static styles=se`
		:host {
			display: inline-flex;
			align-items: center;
			font-size: 16px;
			text-underline-offset: 1px;
			margin-right: 0.25rem;
		}

		:host .discord-author-username {
			color: #fff;
			font-size: 1em;
			font-weight: 500;
		}

		:host .discord-author-username:hover {
			text-decoration: underline;
			cursor: pointer;
		}

		:host([light-theme]) .discord-author-username {
			color: #23262a;
		}

		:host .discord-clan-tag {
			background-color: oklab(0.431937 0.00109309 -0.0132537 / 0.54);
			color: #fff;
			font-size: 12px;
			font-weight: 500;
			margin-left: 0.25rem;
			border-radius: 4px;
			line-height: 100%;
			text-transform: uppercase;
			display: inline-flex;
			width: max-content;
			gap: 0.25rem;
			justify-content: space-between;
			align-items: center;
			padding: 0 0.275rem;
			margin-top: 0.075em;
			height: 1.2rem;
			min-width: 45px;
			line-height: 1rem !important;
			transition: background-color 100ms ease-in-out;
			cursor: pointer;
		}

		:host .discord-clan-tag:hover {
			background-color: oklab(0.431937 0.00109309 -0.0132537 / 0.34);
		}

		:host([light-theme]) .discord-clan-tag {
			background-color: hsl(0 calc(1 * 0%) 0.8%/0.09);
			color: #000;
		}

		:host([light-theme]) .discord-clan-tag:hover {
			background-color: hsl(0 calc(1 * 0%) 0.8%/0.03);
		}

		:host([compact-mode]) .discord-clan-tag {
			margin-left: 0rem;
		}

		:host .discord-clan-tag span,
		:host .discord-clan-tag svg,
		:host .discord-clan-tag img {
			user-select: none;
			-webkit-user-select: none;
		}

		:host .discord-application-tag {
			background-color: #5865f2;
			color: #fff;
			font-size: 0.625em;
			border-radius: 3px;
			line-height: 100%;
			text-transform: uppercase;

			/* Use flex layout to ensure both verified icon and "BOT" text are aligned to center */
			display: inline-flex;
			align-items: center;

			/* Styling taken through Inspect Element on Discord client for Windows */
			height: 0.9375rem;
			padding: 0 0.275rem;
			margin-top: 0.075em;
			border-radius: 0.1875rem;
		}

		:host .discord-official-application {
			background-color: #5865f2;
			color: #fff;
			font-size: 0.625em;
			margin-left: 4px;
			border-radius: 3px;
			line-height: 100%;
			text-transform: uppercase;

			/* Use flex layout to ensure both verified icon and "BOT" text are aligned to center */
			display: flex;
			align-items: center;

			/* Styling taken through Inspect Element on Discord client for Windows */
			height: 0.9375rem;
			padding: 0 0.275rem;
			margin-top: 0.075em;
			border-radius: 0.1875rem;
		}

		:host([compact-mode]) .discord-official-application {
			margin-right: 5px;
			margin-left: 0px !important;
		}

		:host .discord-application-tag.discord-application-tag-op {
			background-color: #c9cdfb;
			color: #4752c4;
			border-radius: 0.4rem;
		}

		:host .discord-author-role-icon {
			margin-left: 0.25rem;
			vertical-align: top;
			height: calc(1rem + 4px);
			width: calc(1rem + 4px);
		}

		:host([compact-mode]) .discord-author-username {
			margin-right: 0.25rem;
		}

		:host([compact-mode]) .discord-application-tag {
			padding-left: 10px;
			padding-right: 4px;
			margin-right: 0.25rem;
		}
	`;#e=N(this,a,void 0);get author(){return this.#e}set author(C){this.#e=C}#t=(N(this,l),N(this,p,!1));get bot(){return this.#t}set bot(C){this.#t=C}#s=(N(this,d),N(this,w,!1));get server(){return this.#s}set server(C){this.#s=C}#i=(N(this,g),N(this,b,!1));get officialApp(){return this.#i}set officialApp(C){this.#i=C}#o=(N(this,z),N(this,X,!1));get op(){return this.#o}set op(C){this.#o=C}#r=(N(this,ee),N(this,E,void 0));get roleColor(){return this.#r}set roleColor(C){this.#r=C}#a=(N(this,$),N(this,D,void 0));get roleIcon(){return this.#a}set roleIcon(C){this.#a=C}#n=(N(this,V),N(this,pe,void 0));get roleName(){return this.#n}set roleName(C){this.#n=C}#l=(N(this,be),N(this,Se,void 0));get clanIcon(){return this.#l}set clanIcon(C){this.#l=C}#h=(N(this,Ce),N(this,Ve,void 0));get clanTag(){return this.#h}set clanTag(C){this.#h=C}#c=(N(this,je),N(this,Ie,!1));get verified(){return this.#c}set verified(C){this.#c=C}#d=(N(this,Le),N(this,Pe,!1));get compactMode(){return this.#d}set compactMode(C){this.#d=C}#m=(N(this,Re),N(this,A,!1));get lightTheme(){return this.#m}set lightTheme(C){this.#m=C}render(){let C=ar(this.clanIcon),_=this.clanTag?.slice(0,4);return f`${O(this.compactMode,()=>null,()=>f`<span class="discord-author-username" style="${It({color:this.roleColor??void 0})}">${this.author}</span>`)}
		${O(this.roleIcon&&!this.compactMode,()=>f`<img
					class="discord-author-role-icon"
					src=${K(this.roleIcon)}
					height="20"
					width="20"
					alt=${K(this.roleName)}
					draggable="false"
				/>`)}
		${O(this.bot&&!this.server&&!this.officialApp,()=>f`<discord-verified-author-tag .verified=${this.verified}></discord-verified-author-tag>`)}
		${O(this.server&&!this.bot&&!this.officialApp,()=>f`<span class="discord-application-tag">Server</span>`)}
		${O(this.officialApp&&!this.server&&!this.bot,()=>f`<span class="discord-official-application">${jt()}OFFICIAL</span>`)}
		${O(this.op,()=>f`<span class="discord-application-tag discord-application-tag-op">OP</span>`)}
		${O(this.compactMode,()=>f`<span class="discord-author-username" style="${It({color:this.roleColor??void 0})}">${this.author}</span>`)}
		${O(this.clanIcon&&this.clanTag&&this.clanTag?.length>0,()=>f`
				<span class="discord-clan-tag">
					${C==="string"?f`<img srcset=${K(C)} alt=${K(_)} width="12" height="12" draggable="false" />`:C}
					<span>${_}</span>
				</span>
			`)} `}constructor(){super(...arguments),N(this,y)}static{N(i,s)}};return I=i})();var _e=Qe(class extends Ue{constructor(e){if(super(e),e.type!==ls.ATTRIBUTE||e.name!=="class"||e.strings?.length>2)throw Error("`classMap()` can only be used in the `class` attribute and must be the only part in the attribute.")}render(e){return" "+Object.keys(e).filter(t=>e[t]).join(" ")+" "}update(e,[t]){if(this.st===void 0){this.st=new Set,e.strings!==void 0&&(this.nt=new Set(e.strings.join(" ").split(/\s/).filter(i=>i!=="")));for(let i in t)t[i]&&!this.nt?.has(i)&&this.st.add(i);return this.render(t)}let s=e.element.classList;for(let i of this.st)i in t||(s.remove(i),this.st.delete(i));for(let i in t){let o=!!t[i];o===this.st.has(i)||this.nt?.has(i)||(o?(s.add(i),this.st.add(i)):(s.remove(i),this.st.delete(i)))}return ce}});var hn=T`
	<path
		fill="currentColor"
		d="M10 5V3H5.375C4.06519 3 3 4.06519 3 5.375V18.625C3 19.936 4.06519 21 5.375 21H18.625C19.936 21 21 19.936 21 18.625V14H19V19H5V5H10Z"
	/>
	<path fill="currentColor" d="M21 2.99902H14V4.99902H17.586L9.29297 13.292L10.707 14.706L19 6.41302V9.99902H21V2.99902Z"
	/>
`;function Si(e={}){return f`<svg ${S(e)} class="discord-button-launch" aria-hidden="false" width="16" height="16" viewBox="0 0 24 24">
		${hn}
	</svg>`}var st=function(e,t,s,i,o,r){function a(k){if(k!==void 0&&typeof k!="function")throw new TypeError("Function expected");return k}for(var l=i.kind,h=l==="getter"?"get":l==="setter"?"set":"value",p=!t&&e?i.static?e:e.prototype:null,d=t||(p?Object.getOwnPropertyDescriptor(p,i.name):{}),c,w=!1,g=s.length-1;g>=0;g--){var x={};for(var b in i)x[b]=b==="access"?{}:i[b];for(var b in i.access)x.access[b]=i.access[b];x.addInitializer=function(k){if(w)throw new TypeError("Cannot add initializers after decoration has completed");r.push(a(k||null))};var z=(0,s[g])(l==="accessor"?{get:d.get,set:d.set}:d[h],x);if(l==="accessor"){if(z===void 0)continue;if(z===null||typeof z!="object")throw new TypeError("Object expected");(c=a(z.get))&&(d.get=c),(c=a(z.set))&&(d.set=c),(c=a(z.init))&&o.unshift(c)}else(c=a(z))&&(l==="field"?o.unshift(c):d[h]=c)}p&&Object.defineProperty(p,i.name,d),w=!0},ae=function(e,t,s){for(var i=arguments.length>2,o=0;o<t.length;o++)s=i?t[o].call(e,s):t[o].call(e);return i?s:void 0},Ci=(()=>{let e=[ie("discord-button")],t,s=[],i,o=J,r,a=[],l=[],h,p=[],d=[],c,w=[],g=[],x,b=[],z=[],k,X=[],ee=[],te,E=[],$=[];var P=class extends o{static{i=this}static{let D=typeof Symbol=="function"&&Symbol.metadata?Object.create(o[Symbol.metadata]??null):void 0;r=[M({reflect:!0,attribute:"emoji"})],h=[M({reflect:!0,attribute:"emoji-name"})],c=[M({reflect:!0,attribute:"url"})],x=[M({type:Boolean,reflect:!0,attribute:"disabled"})],k=[M({reflect:!0,attribute:"type"})],te=[M({reflect:!0,attribute:"modal-id"})],st(this,null,r,{kind:"accessor",name:"emoji",static:!1,private:!1,access:{has:V=>"emoji"in V,get:V=>V.emoji,set:(V,W)=>{V.emoji=W}},metadata:D},a,l),st(this,null,h,{kind:"accessor",name:"emojiName",static:!1,private:!1,access:{has:V=>"emojiName"in V,get:V=>V.emojiName,set:(V,W)=>{V.emojiName=W}},metadata:D},p,d),st(this,null,c,{kind:"accessor",name:"url",static:!1,private:!1,access:{has:V=>"url"in V,get:V=>V.url,set:(V,W)=>{V.url=W}},metadata:D},w,g),st(this,null,x,{kind:"accessor",name:"disabled",static:!1,private:!1,access:{has:V=>"disabled"in V,get:V=>V.disabled,set:(V,W)=>{V.disabled=W}},metadata:D},b,z),st(this,null,k,{kind:"accessor",name:"type",static:!1,private:!1,access:{has:V=>"type"in V,get:V=>V.type,set:(V,W)=>{V.type=W}},metadata:D},X,ee),st(this,null,te,{kind:"accessor",name:"modalId",static:!1,private:!1,access:{has:V=>"modalId"in V,get:V=>V.modalId,set:(V,W)=>{V.modalId=W}},metadata:D},E,$),st(null,t={value:i},e,{kind:"class",name:i.name,metadata:D},null,s),P=i=t.value,D&&Object.defineProperty(i,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:D})}static styles=se`
		:host > *:first-child {
			display: flex;
			justify-content: center;
			align-items: center;
			cursor: pointer;
			margin: 4px 8px 4px 0;
			padding: 2px 16px;
			width: auto;
			height: 32px;
			min-width: 60px;
			min-height: 32px;
			-webkit-transition:
				background-color 0.17s ease,
				color 0.17s ease;
			transition:
				background-color 0.17s ease,
				color 0.17s ease;
			border-radius: 3px;
			font-size: 14px;
			font-weight: 500;
			line-height: 16px;
			text-decoration: none !important;
			/* CSS Reset to unset button styling */
			border-width: unset;
			border-style: unset;
			border-color: unset;
			border-image: unset;
			box-sizing: unset;
			font-family: 'gg sans', 'Noto Sans', Whitney, 'Helvetica Neue', Helvetica, Roboto, Arial, sans-serif;
		}

		.success {
			color: #fff;
			background-color: #3ba55d;
		}

		.success.hoverable:hover {
			background-color: #2d7d46;
		}

		.destructive {
			color: #fff;
			background-color: #ed4245;
		}

		.destructive.hoverable:hover {
			background-color: #c03537;
		}

		.primary {
			color: #fff;
			background-color: #5865f2;
		}

		.primary.hoverable:hover {
			background-color: #4752c4;
		}

		.secondary {
			color: #fff;
			background-color: #4f545c;
		}

		.secondary.hoverable:hover {
			background-color: #5d6269;
		}

		.disabled {
			cursor: not-allowed !important;
			opacity: 0.5;
		}

		.launch {
			margin-left: 8px;
		}

		.emoji {
			margin-right: 4px;
			object-fit: contain;
			width: 1.375em;
			height: 1.375em;
			vertical-align: bottom;
		}
	`;#e=ae(this,a,void 0);get emoji(){return this.#e}set emoji(D){this.#e=D}#t=(ae(this,l),ae(this,p,"emoji"));get emojiName(){return this.#t}set emojiName(D){this.#t=D}#s=(ae(this,d),ae(this,w,void 0));get url(){return this.#s}set url(D){this.#s=D}#i=(ae(this,g),ae(this,b,!1));get disabled(){return this.#i}set disabled(D){this.#i=D}#o=(ae(this,z),ae(this,X,"secondary"));get type(){return this.#o}set type(D){this.#o=D}#r=(ae(this,ee),ae(this,E,void 0));get modalId(){return this.#r}set modalId(D){this.#r=D}validButtonTypes=(ae(this,$),new Set(["primary","secondary","success","destructive"]));checkType(){if(this.type){if(typeof this.type!="string")throw new TypeError("DiscordButton `type` prop must be a string.");if(!this.validButtonTypes.has(this.type))throw new RangeError("DiscordButton `type` prop must be one of: 'primary', 'secondary', 'success', 'destructive'")}}checkParentElement(){if(this.parentElement?.tagName.toLowerCase()!=="discord-action-row")throw new Vs("All <discord-button> components must be direct children of <discord-action-row>.")}handleButtonClick(){if(this.modalId){let D=this.parentElement?.parentElement?.parentElement?.parentElement;if(D?.tagName?.toLowerCase()==="discord-messages"){let V=D?.querySelector("discord-modal"),W=V?.shadowRoot?.querySelector(`dialog#${this.modalId}`),pe=W?.querySelector("div.discord-modal-box");if(W instanceof HTMLDialogElement&&pe instanceof HTMLDivElement&&(W.showModal(),pe.style.display="flex",V)){let be=globalThis.getComputedStyle(globalThis.document.body).overflow;V.originalBodyOverflow=be,globalThis.document.body.style.overflow="hidden"}}}}render(){this.checkType(),this.checkParentElement();let D=this.url&&!this.disabled,V=f`
			${O(this.emoji,()=>f`<img src=${this.emoji} alt=${this.emojiName} draggable="true" class="emoji" />`)}
			<span>
				<slot></slot>
			</span>
			${O(this.url,()=>Si())}
		`;return D?f`<a class="secondary" href=${this.url} target="_blank" rel="noopener noreferrer">${V}</a>`:f`<button
			class=${_e({[this.type]:!0,disabled:this.disabled,hoverable:!this.disabled})}
			@click=${this.handleButtonClick}
		>
			${V}
		</button>`}static{ae(i,s)}};return P=i})();var mt=function(e,t,s,i,o,r){function a(k){if(k!==void 0&&typeof k!="function")throw new TypeError("Function expected");return k}for(var l=i.kind,h=l==="getter"?"get":l==="setter"?"set":"value",p=!t&&e?i.static?e:e.prototype:null,d=t||(p?Object.getOwnPropertyDescriptor(p,i.name):{}),c,w=!1,g=s.length-1;g>=0;g--){var x={};for(var b in i)x[b]=b==="access"?{}:i[b];for(var b in i.access)x.access[b]=i.access[b];x.addInitializer=function(k){if(w)throw new TypeError("Cannot add initializers after decoration has completed");r.push(a(k||null))};var z=(0,s[g])(l==="accessor"?{get:d.get,set:d.set}:d[h],x);if(l==="accessor"){if(z===void 0)continue;if(z===null||typeof z!="object")throw new TypeError("Object expected");(c=a(z.get))&&(d.get=c),(c=a(z.set))&&(d.set=c),(c=a(z.init))&&o.unshift(c)}else(c=a(z))&&(l==="field"?o.unshift(c):d[h]=c)}p&&Object.defineProperty(p,i.name,d),w=!0},ve=function(e,t,s){for(var i=arguments.length>2,o=0;o<t.length;o++)s=i?t[o].call(e,s):t[o].call(e);return i?s:void 0},n4=(()=>{let e=[ie("discord-custom-emoji")],t,s=[],i,o=J,r,a=[],l=[],h,p=[],d=[],c,w=[],g=[],x,b=[],z=[],k,X=[],ee=[];var te=class extends o{static{i=this}static{let E=typeof Symbol=="function"&&Symbol.metadata?Object.create(o[Symbol.metadata]??null):void 0;r=[M()],h=[M()],c=[M({attribute:!1})],x=[M({type:Boolean,attribute:"embed-emoji"})],k=[M({type:Boolean,attribute:"jumbo"})],mt(this,null,r,{kind:"accessor",name:"name",static:!1,private:!1,access:{has:$=>"name"in $,get:$=>$.name,set:($,P)=>{$.name=P}},metadata:E},a,l),mt(this,null,h,{kind:"accessor",name:"url",static:!1,private:!1,access:{has:$=>"url"in $,get:$=>$.url,set:($,P)=>{$.url=P}},metadata:E},p,d),mt(this,null,c,{kind:"accessor",name:"customEmojisMap",static:!1,private:!1,access:{has:$=>"customEmojisMap"in $,get:$=>$.customEmojisMap,set:($,P)=>{$.customEmojisMap=P}},metadata:E},w,g),mt(this,null,x,{kind:"accessor",name:"embedEmoji",static:!1,private:!1,access:{has:$=>"embedEmoji"in $,get:$=>$.embedEmoji,set:($,P)=>{$.embedEmoji=P}},metadata:E},b,z),mt(this,null,k,{kind:"accessor",name:"jumbo",static:!1,private:!1,access:{has:$=>"jumbo"in $,get:$=>$.jumbo,set:($,P)=>{$.jumbo=P}},metadata:E},X,ee),mt(null,t={value:i},e,{kind:"class",name:i.name,metadata:E},null,s),te=i=t.value,E&&Object.defineProperty(i,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:E})}static styles=se`
		.discord-custom-emoji {
			display: inline-block;
			cursor: pointer;
		}

		.discord-custom-emoji .discord-custom-emoji-image {
			object-fit: contain;
			width: 1.375rem;
			height: 1.375rem;
			vertical-align: bottom;
		}

		.discord-custom-emoji .discord-custom-jumbo-emoji-image {
			width: 3rem;
			height: 3rem;
			min-height: 3rem;
		}

		.discord-embed-custom-emoji {
			display: inline-block;
		}

		.discord-embed-custom-emoji .discord-embed-custom-emoji-image {
			width: 18px;
			height: 18px;
			vertical-align: bottom;
		}
	`;#e=ve(this,a,void 0);get name(){return this.#e}set name(E){this.#e=E}#t=(ve(this,l),ve(this,p,void 0));get url(){return this.#t}set url(E){this.#t=E}#s=(ve(this,d),ve(this,w,{}));get customEmojisMap(){return this.#s}set customEmojisMap(E){this.#s=E}#i=(ve(this,g),ve(this,b,void 0));get embedEmoji(){return this.#i}set embedEmoji(E){this.#i=E}#o=(ve(this,z),ve(this,X,void 0));get jumbo(){return this.#o}set jumbo(E){this.#o=E}willUpdate(){if(!this.url&&this.name){let E=js(this.name)??this.customEmojisMap[this.name];E&&(this.url??=E.url??"",this.embedEmoji??=E.embedEmoji??!1)}}render(){let E=`:${this.name}:`;return f`<span
			class=${_e({"discord-embed-custom-emoji":this.embedEmoji,"discord-custom-emoji":!this.embedEmoji})}
			><img
				aria-label=${E}
				src=${K(this.url)}
				alt=${E}
				draggable="false"
				class=${_e({"discord-embed-custom-emoji-image":this.embedEmoji,"discord-custom-emoji-image":!this.embedEmoji,"discord-custom-jumbo-emoji-image":this.jumbo})}
		/></span> `}constructor(){super(...arguments),ve(this,ee)}static{ve(i,s)}};return te=i})();var ne=function(e,t,s,i,o,r){function a(k){if(k!==void 0&&typeof k!="function")throw new TypeError("Function expected");return k}for(var l=i.kind,h=l==="getter"?"get":l==="setter"?"set":"value",p=!t&&e?i.static?e:e.prototype:null,d=t||(p?Object.getOwnPropertyDescriptor(p,i.name):{}),c,w=!1,g=s.length-1;g>=0;g--){var x={};for(var b in i)x[b]=b==="access"?{}:i[b];for(var b in i.access)x.access[b]=i.access[b];x.addInitializer=function(k){if(w)throw new TypeError("Cannot add initializers after decoration has completed");r.push(a(k||null))};var z=(0,s[g])(l==="accessor"?{get:d.get,set:d.set}:d[h],x);if(l==="accessor"){if(z===void 0)continue;if(z===null||typeof z!="object")throw new TypeError("Object expected");(c=a(z.get))&&(d.get=c),(c=a(z.set))&&(d.set=c),(c=a(z.init))&&o.unshift(c)}else(c=a(z))&&(l==="field"?o.unshift(c):d[h]=c)}p&&Object.defineProperty(p,i.name,d),w=!0},U=function(e,t,s){for(var i=arguments.length>2,o=0;o<t.length;o++)s=i?t[o].call(e,s):t[o].call(e);return i?s:void 0},Ai=(()=>{let e=[ie("discord-embed")],t,s=[],i,o=J,r,a=[],l=[],h,p=[],d=[],c,w=[],g=[],x,b=[],z=[],k,X=[],ee=[],te,E=[],$=[],P,D=[],V=[],W,pe=[],be=[],Te,Se=[],Ce=[],Ae,Ve=[],je=[],De,Ie=[],Le=[],Oe,Pe=[],Re=[];var Ne=class extends o{static{i=this}static{let A=typeof Symbol=="function"&&Symbol.metadata?Object.create(o[Symbol.metadata]??null):void 0;r=[M()],h=[M({attribute:"author-name"})],c=[M({attribute:"author-image"})],x=[M({attribute:"author-url"})],k=[M({attribute:"embed-title"})],te=[M({attribute:!1})],P=[M()],W=[M()],Te=[M()],Ae=[M()],De=[M()],Oe=[de({context:et,subscribe:!0}),M({type:Boolean,reflect:!0,attribute:"light-theme"})],ne(this,null,r,{kind:"accessor",name:"color",static:!1,private:!1,access:{has:y=>"color"in y,get:y=>y.color,set:(y,I)=>{y.color=I}},metadata:A},a,l),ne(this,null,h,{kind:"accessor",name:"authorName",static:!1,private:!1,access:{has:y=>"authorName"in y,get:y=>y.authorName,set:(y,I)=>{y.authorName=I}},metadata:A},p,d),ne(this,null,c,{kind:"accessor",name:"authorImage",static:!1,private:!1,access:{has:y=>"authorImage"in y,get:y=>y.authorImage,set:(y,I)=>{y.authorImage=I}},metadata:A},w,g),ne(this,null,x,{kind:"accessor",name:"authorUrl",static:!1,private:!1,access:{has:y=>"authorUrl"in y,get:y=>y.authorUrl,set:(y,I)=>{y.authorUrl=I}},metadata:A},b,z),ne(this,null,k,{kind:"accessor",name:"embedTitle",static:!1,private:!1,access:{has:y=>"embedTitle"in y,get:y=>y.embedTitle,set:(y,I)=>{y.embedTitle=I}},metadata:A},X,ee),ne(this,null,te,{kind:"accessor",name:"embedEmojisMap",static:!1,private:!1,access:{has:y=>"embedEmojisMap"in y,get:y=>y.embedEmojisMap,set:(y,I)=>{y.embedEmojisMap=I}},metadata:A},E,$),ne(this,null,P,{kind:"accessor",name:"url",static:!1,private:!1,access:{has:y=>"url"in y,get:y=>y.url,set:(y,I)=>{y.url=I}},metadata:A},D,V),ne(this,null,W,{kind:"accessor",name:"thumbnail",static:!1,private:!1,access:{has:y=>"thumbnail"in y,get:y=>y.thumbnail,set:(y,I)=>{y.thumbnail=I}},metadata:A},pe,be),ne(this,null,Te,{kind:"accessor",name:"image",static:!1,private:!1,access:{has:y=>"image"in y,get:y=>y.image,set:(y,I)=>{y.image=I}},metadata:A},Se,Ce),ne(this,null,Ae,{kind:"accessor",name:"video",static:!1,private:!1,access:{has:y=>"video"in y,get:y=>y.video,set:(y,I)=>{y.video=I}},metadata:A},Ve,je),ne(this,null,De,{kind:"accessor",name:"provider",static:!1,private:!1,access:{has:y=>"provider"in y,get:y=>y.provider,set:(y,I)=>{y.provider=I}},metadata:A},Ie,Le),ne(this,null,Oe,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:y=>"lightTheme"in y,get:y=>y.lightTheme,set:(y,I)=>{y.lightTheme=I}},metadata:A},Pe,Re),ne(null,t={value:i},e,{kind:"class",name:i.name,metadata:A},null,s),Ne=i=t.value,A&&Object.defineProperty(i,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:A})}static styles=se`
		:host {
			color: #dcddde;
			display: flex;
			font-size: 13px;
			line-height: 150%;
			margin-bottom: 8px;
			margin-top: 8px;
		}

		:host([light-theme]) {
			color: #2e3338;
		}

		:host .discord-left-border {
			background-color: #202225;
			border-radius: 4px 0 0 4px;
			flex-shrink: 0;
			width: 4px;
		}

		:host([light-theme]) .discord-left-border {
			background-color: #e3e5e8;
		}

		:host .discord-embed-root {
			display: grid;
			grid-auto-flow: row;
			grid-row-gap: 0.25rem;
			min-height: 0;
			min-width: 0;
			text-indent: 0;
		}

		:host .discord-embed-wrapper {
			background-color: #2f3136;
			max-width: 520px;
			border: 1px solid rgba(46, 48, 54, 0.6);
			border-radius: 0 4px 4px 0;
			justify-self: start;
			align-self: start;
			display: grid;
			box-sizing: border-box;
		}

		:host([light-theme]) .discord-embed-wrapper {
			background-color: rgb(242, 243, 245);
			border-color: rgba(205, 205, 205, 0.3);
		}

		:host .discord-embed-wrapper .discord-embed-grid {
			display: inline-grid;
			grid-template-columns: auto -webkit-min-content;
			grid-template-columns: auto min-content;
			grid-template-columns: auto;
			grid-template-rows: auto;
			padding: 0.5rem 1rem 1rem 0.75rem;
		}

		:host .discord-embed-thumbnail {
			border-radius: 4px;
			flex-shrink: 0;
			grid-column: 2/2;
			grid-row: 1/8;
			justify-self: end;
			margin-left: 16px;
			margin-top: 8px;
			max-height: 80px;
			max-width: 80px;
			object-fit: contain;
			object-position: top center;
		}

		:host .discord-embed-author {
			-webkit-box-align: center;
			align-items: center;
			color: #fff;
			font-size: 14px;
			display: flex;
			font-weight: 600;
			grid-column: 1 / 1;
			margin-top: 8px;
			min-width: 0;
		}

		:host([light-theme]) .discord-embed-author {
			color: #060607;
		}

		:host .discord-embed-author a {
			color: #fff;
			font-weight: 600;
			text-decoration: none;
		}

		:host .discord-embed-author a:hover {
			text-decoration: underline;
		}

		:host([light-theme]) .discord-embed-author a {
			color: #060607;
		}

		:host .discord-embed-author .discord-author-image {
			border-radius: 50%;
			height: 24px;
			margin-right: 8px;
			width: 24px;
		}

		:host .discord-embed-author-block,
		:host .discord-embed-author-block > span {
			max-width: 95%;
		}

		:host .discord-embed-provider {
			font-size: 0.75rem;
			line-height: 1rem;
			font-weight: 400;
			grid-column: 1/1;
			margin-top: 8px;
			unicode-bidi: plaintext;
			text-align: left;
		}

		:host([light-theme]) .discord-embed-provider {
			color: #4f545c;
		}

		:host .discord-embed-title {
			-webkit-box-align: center;
			align-items: center;
			color: #fff;
			display: inline-block;
			font-size: 1rem;
			font-weight: 600;
			grid-column: 1 / 1;
			margin-top: 8px;
			min-width: 0;
		}

		:host([light-theme]) .discord-embed-title {
			color: #060607;
		}

		:host .discord-embed-title a {
			color: #00aff4;
			font-weight: 600;
			text-decoration: none;
		}

		:host .discord-embed-title a:hover {
			text-decoration: underline;
		}

		:host .discord-embed-image {
			border-radius: 4px;
			max-width: 300px;
			max-height: 300px;
		}

		:host .discord-embed-media {
			border-radius: 4px;
			contain: paint;
			display: block;
			grid-column: 1/1;
			margin-top: 16px;
		}

		:host .discord-embed-media.discord-embed-media-video {
			height: 225px;
		}

		:host .discord-embed.media .discord-embed-image {
			overflow: hidden;
			position: relative;
			user-select: text;
		}

		:host .discord-embed-media .discord-embed-video {
			-webkit-box-align: center;
			-webkit-box-pack: center;
			align-items: center;
			border-radius: 0;
			cursor: pointer;
			display: flex;
			height: 100%;
			justify-content: center;
			max-height: 100%;
			width: 100%;

			width: 400px;
			height: 225px;
			left: 0px;
			top: 0px;
		}

		.discord-embed-custom-emoji {
			display: inline-block;
		}

		.discord-embed-custom-emoji .discord-embed-custom-emoji-image {
			width: 18px;
			height: 18px;
			vertical-align: bottom;
		}

		slot[name='footer']::slotted(*) {
			grid-column: 1/3;
			grid-row: auto/auto;
		}
	`;#e=U(this,a,void 0);get color(){return this.#e}set color(A){this.#e=A}#t=(U(this,l),U(this,p,void 0));get authorName(){return this.#t}set authorName(A){this.#t=A}#s=(U(this,d),U(this,w,void 0));get authorImage(){return this.#s}set authorImage(A){this.#s=A}#i=(U(this,g),U(this,b,void 0));get authorUrl(){return this.#i}set authorUrl(A){this.#i=A}#o=(U(this,z),U(this,X,void 0));get embedTitle(){return this.#o}set embedTitle(A){this.#o=A}#r=(U(this,ee),U(this,E,{}));get embedEmojisMap(){return this.#r}set embedEmojisMap(A){this.#r=A}#a=(U(this,$),U(this,D,void 0));get url(){return this.#a}set url(A){this.#a=A}#n=(U(this,V),U(this,pe,void 0));get thumbnail(){return this.#n}set thumbnail(A){this.#n=A}#l=(U(this,be),U(this,Se,void 0));get image(){return this.#l}set image(A){this.#l=A}#h=(U(this,Ce),U(this,Ve,void 0));get video(){return this.#h}set video(A){this.#h=A}#c=(U(this,je),U(this,Ie,void 0));get provider(){return this.#c}set provider(A){this.#c=A}#d=(U(this,Le),U(this,Pe,!1));get lightTheme(){return this.#d}set lightTheme(A){this.#d=A}render(){let A=this.parseTitle(this.authorName),y=this.parseTitle(this.embedTitle);return f`<div style=${It({"background-color":this.color})} class="discord-left-border"></div>
			<div class="discord-embed-root">
				<div class="discord-embed-wrapper">
					<div class="discord-embed-grid">
						${O(this.provider,()=>f`<div class="discord-embed-provider">${this.provider}</div>`)}
						${O(A,()=>f`<div class="discord-embed-author">
									${O(this.authorImage,()=>f`<img src=${K(this.authorImage)} alt="" class="discord-author-image" />`)}
									${O(this.authorUrl,()=>f`<a
												href=${K(this.authorUrl)}
												target="_blank"
												rel="noopener noreferrer"
												class="discord-embed-author-block"
											>
												<span class="discord-embed-author-block">${A}</span>
											</a>`,()=>f`<span class="discord-embed-author-block">${A}</span>`)}
								</div>`)}
						${O(y,()=>f`<div class="discord-embed-title">
									${this.url?f`<a href="${this.url}" target="_blank" rel="noopener noreferrer"> ${y} </a>`:f`${y}`}
								</div>`)}
						<slot name="description"></slot>
						<slot name="fields"></slot>
						${O(this.image||this.video,()=>f`<div class=${_e({"discord-embed-media":!0,"discord-embed-media-video":!!this.video})}>
									${this.renderMedia()}
								</div>`)}
						${O(this.thumbnail,()=>f`<img src=${K(this.thumbnail)} alt="" class="discord-embed-thumbnail" />`)}
						<slot name="footer"></slot>
					</div>
				</div>
			</div>`}renderMedia(){return this.video?f`
				<video
					controls
					muted
					preload="none"
					poster=${K(this.image)}
					src=${K(this.video)}
					height="225"
					width="400"
					class="discord-embed-video"
				>
					<img src=${K(this.image)} alt="Discord embed media" class="discord-embed-image" />
				</video>
			`:this.image?f`<img src=${K(this.image)} alt="Discord embed media" class="discord-embed-image" />`:null}parseTitle(A){if(!A)return null;let y=[],I="";for(let C of A.split(`
`)){for(let _ of C.split(" ")){let L=js(_)??this.embedEmojisMap[_]??{};L.name?y.push(f`<discord-custom-emoji name=${L.name} url=${K(L.url)} embed-emoji></discord-custom-emoji>`):I+=`${_} `,I===" "&&y.push(f`<br />`)}y.push(I),I=""}return y.map(C=>typeof C=="string"?f`<span>${C}</span>`:C)}constructor(){super(...arguments),U(this,Re)}static{U(i,s)}};return Ne=i})();var cn=T`
 	<path 
		fill="currentColor" 
 		d="M15.56 11.77c.2-.1.44.02.44.23a4 4 0 1 1-4-4c.21 0 .33.25.23.44a2.5 2.5 0 0 0 3.32 3.32Z"
 	/>
  	<path 
		fill="currentColor" 
  		fill-rule="evenodd" 
  		d="M22.89 11.7q.105.3 0 .6C22.27 13.9 19.1 21 12 21c-7.11 0-10.27-7.11-10.89-8.7a.83.83 0 0 1 0-.6C1.73 10.1 4.9 3 12 3c7.11 0 10.27 7.11 10.89 8.7m-4.5-3.62A15.1 15.1 0 0 1 20.85 12c-.38.88-1.18 2.47-2.46 3.92C16.87 17.62 14.8 19 12 19s-4.87-1.38-6.39-3.08A15.1 15.1 0 0 1 3.15 12c.38-.88 1.18-2.47 2.46-3.92C7.13 6.38 9.2 5 12 5s4.87 1.38 6.39 3.08" 
  		clip-rule="evenodd"
  	/>
`;function Vi(e={}){return f`<svg
		${S(e)}
		class="discord-message-ephemeral-icon"
		aria-hidden="false"
		width="16"
		height="16"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${cn}
	</svg>`}var q=function(e,t,s,i,o,r){function a(k){if(k!==void 0&&typeof k!="function")throw new TypeError("Function expected");return k}for(var l=i.kind,h=l==="getter"?"get":l==="setter"?"set":"value",p=!t&&e?i.static?e:e.prototype:null,d=t||(p?Object.getOwnPropertyDescriptor(p,i.name):{}),c,w=!1,g=s.length-1;g>=0;g--){var x={};for(var b in i)x[b]=b==="access"?{}:i[b];for(var b in i.access)x.access[b]=i.access[b];x.addInitializer=function(k){if(w)throw new TypeError("Cannot add initializers after decoration has completed");r.push(a(k||null))};var z=(0,s[g])(l==="accessor"?{get:d.get,set:d.set}:d[h],x);if(l==="accessor"){if(z===void 0)continue;if(z===null||typeof z!="object")throw new TypeError("Object expected");(c=a(z.get))&&(d.get=c),(c=a(z.set))&&(d.set=c),(c=a(z.init))&&o.unshift(c)}else(c=a(z))&&(l==="field"?o.unshift(c):d[h]=c)}p&&Object.defineProperty(p,i.name,d),w=!0},j=function(e,t,s){for(var i=arguments.length>2,o=0;o<t.length;o++)s=i?t[o].call(e,s):t[o].call(e);return i?s:void 0},ji=(()=>{let e=[ie("discord-message")],t,s=[],i,o=J,r,a=[],l=[],h,p=[],d=[],c,w=[],g=[],x,b=[],z=[],k,X=[],ee=[],te,E=[],$=[],P,D=[],V=[],W,pe=[],be=[],Te,Se=[],Ce=[],Ae,Ve=[],je=[],De,Ie=[],Le=[],Oe,Pe=[],Re=[],Ne,A=[],y=[],I,C=[],_=[],L,oo=[],ro=[],ao,no=[],lo=[],ho,co=[],mo=[],po,fo=[],vo=[],uo,go=[],zo=[],bo,_o=[],yo=[],wo,Mo=[],xo=[],Ho,$o=[],ko=[],Eo,To=[],So=[],Co,Ao=[],Vo=[];var jo=class extends o{static{i=this}static{let u=typeof Symbol=="function"&&Symbol.metadata?Object.create(o[Symbol.metadata]??null):void 0;r=[M()],h=[M()],c=[M()],x=[M({type:Boolean})],k=[M({type:Boolean})],te=[M({type:Boolean,attribute:"official-app"})],P=[M({type:Boolean})],W=[M({type:Boolean})],Te=[M({type:Boolean})],Ae=[M({attribute:"role-color"})],De=[M({attribute:"role-icon"})],Oe=[M({attribute:"role-name"})],Ne=[M({attribute:"clan-icon"})],I=[M({attribute:"clan-tag"})],L=[M({type:Boolean,reflect:!0})],ao=[M({type:Boolean,reflect:!0})],ho=[M({type:String,converter:m=>Ei(m,!1,!1),attribute:!0})],po=[M({type:Boolean,attribute:"twenty-four"})],uo=[M({type:Boolean,attribute:"message-body-only"})],bo=[de({context:et}),M({type:Boolean,reflect:!0,attribute:"light-theme"})],wo=[de({context:tt}),M({type:Boolean,reflect:!0,attribute:"compact-mode"})],Ho=[de({context:xi}),M({type:Boolean,reflect:!0,attribute:"no-background"})],Eo=[M({type:Boolean,reflect:!0,attribute:"has-thread"})],Co=[M({reflect:!1,attribute:"dismiss-message-clicked"})],q(this,null,r,{kind:"accessor",name:"profile",static:!1,private:!1,access:{has:m=>"profile"in m,get:m=>m.profile,set:(m,H)=>{m.profile=H}},metadata:u},a,l),q(this,null,h,{kind:"accessor",name:"author",static:!1,private:!1,access:{has:m=>"author"in m,get:m=>m.author,set:(m,H)=>{m.author=H}},metadata:u},p,d),q(this,null,c,{kind:"accessor",name:"avatar",static:!1,private:!1,access:{has:m=>"avatar"in m,get:m=>m.avatar,set:(m,H)=>{m.avatar=H}},metadata:u},w,g),q(this,null,x,{kind:"accessor",name:"bot",static:!1,private:!1,access:{has:m=>"bot"in m,get:m=>m.bot,set:(m,H)=>{m.bot=H}},metadata:u},b,z),q(this,null,k,{kind:"accessor",name:"server",static:!1,private:!1,access:{has:m=>"server"in m,get:m=>m.server,set:(m,H)=>{m.server=H}},metadata:u},X,ee),q(this,null,te,{kind:"accessor",name:"officialApp",static:!1,private:!1,access:{has:m=>"officialApp"in m,get:m=>m.officialApp,set:(m,H)=>{m.officialApp=H}},metadata:u},E,$),q(this,null,P,{kind:"accessor",name:"verified",static:!1,private:!1,access:{has:m=>"verified"in m,get:m=>m.verified,set:(m,H)=>{m.verified=H}},metadata:u},D,V),q(this,null,W,{kind:"accessor",name:"op",static:!1,private:!1,access:{has:m=>"op"in m,get:m=>m.op,set:(m,H)=>{m.op=H}},metadata:u},pe,be),q(this,null,Te,{kind:"accessor",name:"edited",static:!1,private:!1,access:{has:m=>"edited"in m,get:m=>m.edited,set:(m,H)=>{m.edited=H}},metadata:u},Se,Ce),q(this,null,Ae,{kind:"accessor",name:"roleColor",static:!1,private:!1,access:{has:m=>"roleColor"in m,get:m=>m.roleColor,set:(m,H)=>{m.roleColor=H}},metadata:u},Ve,je),q(this,null,De,{kind:"accessor",name:"roleIcon",static:!1,private:!1,access:{has:m=>"roleIcon"in m,get:m=>m.roleIcon,set:(m,H)=>{m.roleIcon=H}},metadata:u},Ie,Le),q(this,null,Oe,{kind:"accessor",name:"roleName",static:!1,private:!1,access:{has:m=>"roleName"in m,get:m=>m.roleName,set:(m,H)=>{m.roleName=H}},metadata:u},Pe,Re),q(this,null,Ne,{kind:"accessor",name:"clanIcon",static:!1,private:!1,access:{has:m=>"clanIcon"in m,get:m=>m.clanIcon,set:(m,H)=>{m.clanIcon=H}},metadata:u},A,y),q(this,null,I,{kind:"accessor",name:"clanTag",static:!1,private:!1,access:{has:m=>"clanTag"in m,get:m=>m.clanTag,set:(m,H)=>{m.clanTag=H}},metadata:u},C,_),q(this,null,L,{kind:"accessor",name:"highlight",static:!1,private:!1,access:{has:m=>"highlight"in m,get:m=>m.highlight,set:(m,H)=>{m.highlight=H}},metadata:u},oo,ro),q(this,null,ao,{kind:"accessor",name:"ephemeral",static:!1,private:!1,access:{has:m=>"ephemeral"in m,get:m=>m.ephemeral,set:(m,H)=>{m.ephemeral=H}},metadata:u},no,lo),q(this,null,ho,{kind:"accessor",name:"timestamp",static:!1,private:!1,access:{has:m=>"timestamp"in m,get:m=>m.timestamp,set:(m,H)=>{m.timestamp=H}},metadata:u},co,mo),q(this,null,po,{kind:"accessor",name:"twentyFour",static:!1,private:!1,access:{has:m=>"twentyFour"in m,get:m=>m.twentyFour,set:(m,H)=>{m.twentyFour=H}},metadata:u},fo,vo),q(this,null,uo,{kind:"accessor",name:"messageBodyOnly",static:!1,private:!1,access:{has:m=>"messageBodyOnly"in m,get:m=>m.messageBodyOnly,set:(m,H)=>{m.messageBodyOnly=H}},metadata:u},go,zo),q(this,null,bo,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:m=>"lightTheme"in m,get:m=>m.lightTheme,set:(m,H)=>{m.lightTheme=H}},metadata:u},_o,yo),q(this,null,wo,{kind:"accessor",name:"compactMode",static:!1,private:!1,access:{has:m=>"compactMode"in m,get:m=>m.compactMode,set:(m,H)=>{m.compactMode=H}},metadata:u},Mo,xo),q(this,null,Ho,{kind:"accessor",name:"noBackground",static:!1,private:!1,access:{has:m=>"noBackground"in m,get:m=>m.noBackground,set:(m,H)=>{m.noBackground=H}},metadata:u},$o,ko),q(this,null,Eo,{kind:"accessor",name:"hasThread",static:!1,private:!1,access:{has:m=>"hasThread"in m,get:m=>m.hasThread,set:(m,H)=>{m.hasThread=H}},metadata:u},To,So),q(this,null,Co,{kind:"accessor",name:"dismissMessageClicked",static:!1,private:!1,access:{has:m=>"dismissMessageClicked"in m,get:m=>m.dismissMessageClicked,set:(m,H)=>{m.dismissMessageClicked=H}},metadata:u},Ao,Vo),q(null,t={value:i},e,{kind:"class",name:i.name,metadata:u},null,s),jo=i=t.value,u&&Object.defineProperty(i,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:u})}static styles=se`
		:host {
			color: #dcddde;
			display: flex;
			flex-direction: column;
			font-size: 0.9em;
			font-family: 'gg sans', 'Noto Sans', Whitney, 'Helvetica Neue', Helvetica, Roboto, Arial, sans-serif;

			position: relative;
			word-wrap: break-word;
			-webkit-user-select: text;
			-moz-user-select: text;
			-ms-user-select: text;
			user-select: text;
			-webkit-box-flex: 0;
			-ms-flex: 0 0 auto;
			flex: 0 0 auto;
			min-height: 1.375rem;
			padding-left: 1em;
			padding-right: 48px;
			margin-top: inherit;
			margin-bottom: inherit;
			line-height: 16px;
		}

		.discord-message-inner {
			display: flex;
			position: relative;
			-webkit-box-flex: 0;
			-ms-flex: 0 0 auto;
			flex: 0 0 auto;
		}

		.discord-message-inner-center {
			align-items: center;
		}

		:host([message-body-only]) {
			margin-top: 0px !important;
			padding-top: 0.125rem !important;
			padding-bottom: 0.0625rem !important;
		}

		:host([highlight]),
		:host([ephemeral]) {
			padding-right: 5px;
			position: relative;
		}

		:host([highlight])::before,
		:host([ephemeral])::before {
			content: '';
			position: absolute;
			display: block;
			top: 0;
			left: 0;
			bottom: 0;
			pointer-events: none;
			width: 2px;
		}

		:host([highlight]) {
			background-color: rgba(250, 166, 26, 0.1);
		}

		:host([highlight][light-theme]) {
			background-color: rgba(250, 166, 26, 0.1);
		}

		:host([highlight])::before {
			background-color: #faa61a;
		}

		:host([light-theme][highlight])::before {
			background-color: #af7615;
		}

		:host([ephemeral]) {
			background-color: rgba(88, 101, 242, 0.05);
		}

		:host([ephemeral]:hover) {
			background-color: rgba(88, 101, 242, 0.1);
		}

		:host([ephemeral])::before {
			background-color: #5865f2;
		}

		:host([light-theme]) {
			color: #2e3338;
			border-color: #eceeef;
		}

		.discord-author-avatar {
			margin-right: 16px;
			margin-top: 5px;
			min-width: 40px;
			z-index: 1;
			display: flex;
		}

		.discord-author-avatar img {
			width: 40px;
			height: 40px;
			border-radius: 50%;
			cursor: pointer;
		}

		.discord-message-timestamp {
			color: #72767d;
			font-size: 12px;
			margin-left: 3px;
		}

		.discord-message-body-only-indent {
			width: 56px;
		}

		:host(:hover) .discord-message-timestamp-hover::before {
			content: attr(datetime);
		}

		:host([light-theme]) .discord-message-timestamp {
			color: #747f8d;
		}

		.discord-message-edited {
			color: #72767d;
			font-size: 10px;
		}

		:host([light-theme]) .discord-message-edited {
			color: #99aab5;
		}

		.discord-message-content {
			width: 100%;
			line-height: 160%;
			font-weight: normal;
			padding-top: 2px;
		}

		.discord-message-body {
			font-size: 1rem;
			font-weight: 400;
			word-break: break-word;
			position: relative;
		}

		:host([light-theme]) .discord-message-timestamp,
		:host([compact-mode]) .discord-message:hover .discord-message-timestamp {
			color: #99aab5;
		}

		:host([light-theme][compact-mode]).discord-message-timestamp {
			color: #d1d9de;
		}

		:host([compact-mode]) .discord-message-timestamp {
			display: inline-block;
			width: 3.1rem;
			text-align: right;
			font-size: 0.6875rem;
			line-height: 1.375rem;
			margin-right: 0.375rem;
			margin-left: 0;
			text-indent: 0;
		}

		:host([compact-mode]) .discord-message-body {
			line-height: 1.375rem;
			padding-left: 10px;
			margin-left: -6px;
		}

		:host([compact-mode]) .discord-message-compact-indent {
			padding-left: 10px;
		}

		:host .discord-message-markup {
			font-size: 1rem;
			line-height: 1.375rem;
			word-wrap: break-word;
			user-select: text;
			font-weight: 400;
			display: inline;
		}

		:host(:hover) {
			background-color: hsl(0 calc(1 * 0%) 0.8%/0.03);
		}

		:host([highlight]:hover) {
			background-color: hsl(40 calc(1 * 86.4%) 56.9%/0.08);
		}

		:host([has-thread]):after {
			width: 2rem;
			left: 2.2rem;
			top: 4.8rem;
			border-left: 2px solid #4f545c !important;
			border-bottom: 2px solid #4f545c !important;
			border-bottom-left-radius: 8px !important;
			bottom: 29px;
			content: '';
			position: absolute;
		}

		:host([light-theme][has-Thread]):after {
			border-color: #747f8d !important;
		}

		.discord-message-ephemeral {
			margin-top: 4px;
			font-size: 12px;
			font-weight: 400;
			color: #72767d;
		}

		:host([light-theme]) .discord-message-ephemeral {
			color: #747f8d;
		}

		.discord-message-ephemeral .discord-message-ephemeral-link {
			color: #00aff4;
			font-weight: 500;
			cursor: pointer;
		}

		.discord-message-ephemeral .discord-message-ephemeral-link:hover {
			text-decoration: underline;
		}

		.discord-message-ephemeral .discord-message-ephemeral-icon {
			margin-right: 4px;
			vertical-align: text-bottom;
		}
	`;#e=j(this,a,void 0);get profile(){return this.#e}set profile(u){this.#e=u}#t=(j(this,l),j(this,p,"User"));get author(){return this.#t}set author(u){this.#t=u}#s=(j(this,d),j(this,w,void 0));get avatar(){return this.#s}set avatar(u){this.#s=u}#i=(j(this,g),j(this,b,!1));get bot(){return this.#i}set bot(u){this.#i=u}#o=(j(this,z),j(this,X,!1));get server(){return this.#o}set server(u){this.#o=u}#r=(j(this,ee),j(this,E,!1));get officialApp(){return this.#r}set officialApp(u){this.#r=u}#a=(j(this,$),j(this,D,!1));get verified(){return this.#a}set verified(u){this.#a=u}#n=(j(this,V),j(this,pe,!1));get op(){return this.#n}set op(u){this.#n=u}#l=(j(this,be),j(this,Se,!1));get edited(){return this.#l}set edited(u){this.#l=u}#h=(j(this,Ce),j(this,Ve,void 0));get roleColor(){return this.#h}set roleColor(u){this.#h=u}#c=(j(this,je),j(this,Ie,void 0));get roleIcon(){return this.#c}set roleIcon(u){this.#c=u}#d=(j(this,Le),j(this,Pe,void 0));get roleName(){return this.#d}set roleName(u){this.#d=u}#m=(j(this,Re),j(this,A,void 0));get clanIcon(){return this.#m}set clanIcon(u){this.#m=u}#p=(j(this,y),j(this,C,void 0));get clanTag(){return this.#p}set clanTag(u){this.#p=u}#f=(j(this,_),j(this,oo,!1));get highlight(){return this.#f}set highlight(u){this.#f=u}#v=(j(this,ro),j(this,no,!1));get ephemeral(){return this.#v}set ephemeral(u){this.#v=u}#u=(j(this,lo),j(this,co,new Date));get timestamp(){return this.#u}set timestamp(u){this.#u=u}#g=(j(this,mo),j(this,fo,!1));get twentyFour(){return this.#g}set twentyFour(u){this.#g=u}#z=(j(this,vo),j(this,go,!1));get messageBodyOnly(){return this.#z}set messageBodyOnly(u){this.#z=u}#b=(j(this,zo),j(this,_o,!1));get lightTheme(){return this.#b}set lightTheme(u){this.#b=u}#_=(j(this,yo),j(this,Mo,!1));get compactMode(){return this.#_}set compactMode(u){this.#_=u}#y=(j(this,xo),j(this,$o,!1));get noBackground(){return this.#y}set noBackground(u){this.#y=u}#w=(j(this,ko),j(this,To,!1));get hasThread(){return this.#w}set hasThread(u){this.#w=u}#M=(j(this,So),j(this,Ao,()=>{}));get dismissMessageClicked(){return this.#M}set dismissMessageClicked(u){this.#M=u}willUpdate(){this.hasThread=Array.from(this.children).some(u=>u.tagName.toLowerCase()==="discord-thread"),this.highlight=this.highlight||Array.from(this.children).some(u=>u.tagName.toLowerCase()==="discord-mention"&&u.hasAttribute("highlight")&&(u.type==="user"||u.type==="role"))}handleSpaceToDismissMessage(u){u.code==="Space"&&(u.preventDefault(),u.stopPropagation(),this.dismissMessageClicked?.())}render(){let u={author:this.author,bot:this.bot,officialApp:this.officialApp,verified:this.verified,server:this.server,op:this.op,roleColor:this.roleColor,roleIcon:this.roleIcon,clanIcon:this.clanIcon,clanTag:this.clanTag,roleName:this.roleName},m=this.profile!==void 0&&Reflect.get(tr,this.profile)||{},H={...u,...m,avatar:this.resolveAvatar(m.avatar??this.avatar)},xt=Ei(this.timestamp,this.compactMode,this.twentyFour)??void 0;return f`
			<slot name="reply"></slot>
			<div
				class=${_e({"discord-message-inner":!0,"discord-message-inner-center":this.messageBodyOnly})}
			>
				${O(this.compactMode&&!this.messageBodyOnly,()=>f`<time datetime="${K(xt)}" class="discord-message-timestamp">${xt}</time>`,()=>null)}
				${O(this.messageBodyOnly,()=>f`<time
							datetime="${K(xt)}"
							class=${_e({"discord-message-timestamp":!0,"discord-message-timestamp-hover":!0,"discord-message-body-only-indent":!this.compactMode})}
						></time>`,()=>null)}
				${O(this.compactMode||this.messageBodyOnly,()=>null,()=>f`<div class="discord-author-avatar">
							<img src="${K(H.avatar)}" alt="${K(H.author)}" />
						</div>`)}

				<div class="discord-message-content">
					${O(this.compactMode||this.messageBodyOnly,()=>null,()=>f`
							<discord-author-info
								author=${H.author??""}
								?bot=${H.bot??!1}
								?server=${H.server??!1}
								?official-app=${H.officialApp??!1}
								?verified=${H.verified??!1}
								?op=${H.op??!1}
								role-color=${H.roleColor??""}
								role-icon=${H.roleIcon??""}
								role-name=${H.roleName??""}
								clan-icon=${H.clanIcon??""}
								clan-tag=${H.clanTag??""}
							></discord-author-info
							><time datetime="${K(xt)}" class="discord-message-timestamp">${xt}</time>
						`)}
					<div class="discord-message-body">
						${O(this.compactMode,()=>f`<discord-author-info
									author=${H.author??""}
									?bot=${H.bot??!1}
									?server=${H.server??!1}
									?official-app=${H.officialApp??!1}
									?verified=${H.verified??!1}
									?op=${H.op??!1}
									role-color=${H.roleColor??""}
									role-icon=${H.roleIcon??""}
									role-name=${H.roleName??""}
									clan-icon=${H.clanIcon??""}
									clan-tag=${H.clanTag??""}
								></discord-author-info>`,()=>null)}<span class="discord-message-markup"><slot></slot></span>
						${O(this.edited,()=>f`<span class="discord-message-edited">(edited)</span>`,()=>null)}
					</div>
					<div class="discord-message-compact-indent">
						<slot name="attachments"></slot>
						<slot name="embeds"></slot>
						<slot name="components"></slot>
						<slot name="reactions"></slot>
						<slot name="thread"></slot>
						${O(this.ephemeral,()=>f`
								<div class="discord-message-ephemeral">
									${Vi()} Only you can see this •
									<span
										role="button"
										class="discord-message-ephemeral-link"
										@click=${this.dismissMessageClicked}
										@keydown=${this.handleSpaceToDismissMessage}
										>Dismiss message</span
									>
								</div>
							`,()=>null)}
					</div>
				</div>
			</div>
		`}resolveAvatar(u){return u===void 0?As.default:As[u]??u??As.default}constructor(){super(...arguments),j(this,Vo)}static{j(i,s)}};return jo=i})();var Lt=class extends Error{};async function nr(e){let t=await e.json();if(!e.ok)throw new Lt(t.error??`HTTP ${e.status}`);return t}async function it(e,t={}){return nr(await fetch(`/sim/${e}?${new URLSearchParams(t)}`))}async function me(e,t){let s={"content-type":"application/json"};return nr(await fetch(`/sim/${e}`,{method:"POST",headers:s,body:JSON.stringify(t)}))}async function dn(e){let t=new Uint8Array(await e.arrayBuffer()),s="";for(let i=0;i<t.length;i+=32768)s+=String.fromCharCode(...t.subarray(i,i+32768));return btoa(s)}async function Ds(e){return Object.fromEntries(await Promise.all(e.map(async t=>[t.name,await dn(t)])))}var mn={menu:"M4 6h16M4 12h16M4 18h16",people:"M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c.5-4 3-6 6.5-6s6 2 6.5 6M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14.5c2 .8 3.2 2.6 3.5 5.5",toys:"M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5",road:"M8 21 11 3M16 21 13 3M12 6v2M12 12v2M12 18v2",plus:"M12 5v14M5 12h14",send:"M4 4l17 8-17 8 3-8zM7 12h14",tab:"M14 4h6v6M20 4l-9 9M18 14v6H4V6h6",close:"M6 6l12 12M18 6 6 18",mail:"M3 6h18v12H3zM3 7l9 7 9-7",eye:"M2 12s3.5-6 10-6 10 6 10 6-3.5 6-10 6S2 12 2 12zM12 14.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",file:"M6 3h8l5 5v13H6zM14 3v5h5",voice:"M4 9v6h4l5 4V5L8 9zM16 9c1.5 1.5 1.5 4.5 0 6M18.5 6.5c3 3 3 8 0 11",news:"M4 10v4h3l9 5V5l-9 5zM19 9v6",down:"M6 9l6 6 6-6"};function Y(e){let t="http://www.w3.org/2000/svg",s=document.createElementNS(t,"svg");for(let[o,r]of Object.entries({viewBox:"0 0 24 24",width:"20",height:"20","aria-hidden":"true",class:"sign"}))s.setAttribute(o,r);let i=document.createElementNS(t,"path");return i.setAttribute("d",mn[e]),s.append(i),s}function n(e,t={},...s){let i=document.createElement(e);for(let[o,r]of Object.entries(t))r===!1||r===void 0||r===null||(typeof r=="function"?i.addEventListener(o.slice(2),r):i.setAttribute(o,r===!0?"":String(r)));return i.append(...s.filter(o=>!!o||o==="")),i}function R(e){return document.getElementById(e)}function ue(e,...t){let s=document.activeElement?.closest("[data-key]"),i=s&&e.contains(s)?s.dataset.key:void 0;e.replaceChildren(...t.filter(o=>!!o)),i&&[...e.querySelectorAll("[data-key]")].find(r=>r.dataset.key===i)?.focus()}function pt(e,...t){let s=n("h2",{id:"dialog-title"},e),i=n("button",{type:"button",class:"icon","aria-label":"Close",onclick:()=>r.close()},Y("close")),o=n("header",{},s,i),r=n("dialog",{"aria-labelledby":"dialog-title"},o,...t);return r.addEventListener("close",()=>r.remove()),r.addEventListener("click",a=>{a.target===r&&r.close()}),document.body.append(r),r.showModal(),r}var pn=100,ye="dm",v={as:"",channel:"",view:null,messages:new Map,unread:new Set,dismissed:new Set,connected:!1},hr=[],cr=[],dr=[],mr=new Set,ot,lr=0;function re(e){hr.push(e)}function pr(e){cr.push(e)}function Is(e){dr.push(e)}function ft(){for(let e of hr)e()}function Ot(){for(let e of cr)e()}function Ls(){return Date.now()+(v.view?.clock_offset_ms??0)}function fr(){let e=new URLSearchParams(location.search);v.as=e.get("as")??"",v.channel=e.get("channel")??""}function Di(){let e=`?${new URLSearchParams({as:v.as,channel:v.channel})}`;e!==location.search&&history.pushState(null,"",e)}function vt(e){v.as=e,v.view=null,v.messages.clear(),v.unread.clear(),Di(),Ii()}function Os(){return v.channel===ye?{dm:!0}:{channel:v.channel}}function ut(e){v.channel=e,v.unread.delete(e),v.messages.clear(),Di(),ft(),vr()}function Ii(){ot?.close(),ot=new EventSource(`/sim/events?${new URLSearchParams({as:v.as})}`);let e=s=>i=>s(JSON.parse(i.data)),t=!0;ot.addEventListener("open",()=>{t=!0}),ot.addEventListener("view",e(s=>{v.view=s,v.connected=!0;let i=v.channel;fn(),ft(),(t||i!==v.channel)&&vr(),t=!1})),ot.addEventListener("message",e(vn)),ot.addEventListener("delete",e(({id:s})=>{mr.add(s),v.messages.delete(s)&&Ot()})),ot.addEventListener("error",()=>{v.connected=!1,ft()})}function fn(){let e=v.view;if(v.channel===ye&&e.dm&&(v.channel=e.dm),!(v.channel===e.dm||v.channel===ye||qe(v.channel))){let s=B()?.channels.filter(Ps)??[],i=s.find(o=>o.name==="general")??s[0];v.channel=i?.id??e.dm??ye}Di()}function vn(e){if(e.channel_id!==v.channel){if(v.unread.has(e.channel_id))return;v.unread.add(e.channel_id),ft();return}v.messages.set(e.id,e),Ot();for(let t of dr)t(e)}async function vr(){let e=++lr;if(v.channel===ye)return;let t={as:v.as,channel:v.channel,limit:String(pn)},s=await it("view/messages",t).catch(()=>[]);if(e!==lr)return;let i=v.messages;v.messages=new Map(s.filter(o=>!mr.has(o.id)).map(o=>[o.id,o]));for(let[o,r]of i)!v.messages.has(o)&&r.channel_id===v.channel&&v.messages.set(o,r);Ot()}function Ps(e){return e.type!==2&&e.type!==4&&e.type!==13}function B(){let e=v.view?.guilds??[];return e.find(s=>s.channels.some(i=>i.id===v.channel))??e.find(s=>s.id===v.view?.home)??e[0]}function qe(e){return v.view?.guilds.flatMap(t=>t.channels).find(t=>t.id===e)}function Q(){return v.channel===ye||v.channel===v.view?.dm}function Rs(e){return B()?.members.find(t=>t.user.id===e)}function Z(e){return(Q()?null:Rs(e.id)?.nick)??e.global_name??e.username}function Ns(e){let t=B()?.roles??[],s=Rs(e)?.roles??[];return t.filter(o=>s.includes(o.id)&&o.color!==0).sort((o,r)=>r.position-o.position)[0]?.color??0}function Pt(e){let t=new Set(e.default_values?.map(o=>o.id)),s=o=>({...o,chosen:t.has(o.value)});if(e.type===3)return(e.options??[]).map(r=>({value:r.value,label:r.label,description:r.description,chosen:r.default}));let i=[];return(e.type===5||e.type===7)&&i.push(...Bs()),(e.type===6||e.type===7)&&i.push(...Us()),e.type===8&&i.push(...Li(e.channel_types)),i.map(s)}function Bs(){let e=Q()?void 0:B();return(e?e.members.map(s=>s.user):v.view?.people??[]).map(s=>({value:s.id,label:Z(s),description:`@${s.username}`}))}function Us(){return[...B()?.roles??[]].sort((t,s)=>s.position-t.position).map(t=>({value:t.id,label:`@${t.name.replace(/^@/,"")}`}))}function Li(e){return(B()?.channels??[]).filter(i=>!e?.length||e.includes(i.type)).map(i=>({value:i.id,label:`#${i.name}`}))}function ur(e,t){let s=e.max_values??1,i=e.min_values??1,o=Pt(e);return new Promise(r=>{let a,l=n("div",{class:"offers"}),h=n("input",{type:"search","aria-label":"Filter",placeholder:"Filter"}),p=s===1&&i===1,d=o.map(b=>{let z=[n("span",{},b.label),b.description&&n("span",{class:"muted"},b.description)];if(p)return n("button",{type:"button",class:"offer",onclick:()=>{a=[b.value],x.close()}},...z);let k=n("input",{type:"checkbox",value:b.value,checked:b.chosen});return n("label",{class:"offer"},k,...z)});l.append(...d),h.addEventListener("input",()=>{let b=h.value.toLowerCase();d.forEach((z,k)=>{z.hidden=!`${o[k].label} ${o[k].description}`.toLowerCase().includes(b)})});let c=n("p",{class:"muted",role:"status"},`Choose ${i===s?i:`${i} to ${s}`}.`),g=p?[]:[c,n("button",{type:"button",class:"main",onclick:()=>{let b=[...l.querySelectorAll("input:checked")].map(z=>z.value);if(b.length<i||b.length>s){c.classList.add("wrong");return}a=b,x.close()}},"Done")],x=pt(t,o.length>8&&h,l,...g);x.addEventListener("close",()=>r(a))})}var br=[],gr="",Oi=new Map;function Pi(e,t,s){Oi.set(`${e}:${t}`,s)}async function Ri(){let{view:e,as:t,channel:s}=v,i=JSON.stringify([e?.commands,t,s,e?.guilds.map(r=>r.members.find(a=>a.user.id===e.me.id)?.roles)]);if(!e||i===gr)return;gr=i,br=await it("view/commands",{as:t,channel:s===ye?"0":s}).catch(()=>[])}function _r(){let e=(t,s,i=[])=>{let o=i.filter(r=>r.type===1||r.type===2);return o.length?o.flatMap(r=>e(`${t} ${r.name}`,r.description,r.options)):[{words:t,description:s,options:i}]};return br.flatMap(t=>e(t.name,t.description,t.options))}function Ni(e){let t=e.replace(/^\s*\//,""),i=_r().filter(p=>t===p.words||t.startsWith(`${p.words} `)).sort((p,d)=>d.words.length-p.words.length)[0];if(!i)return;let o=[],r=t.slice(i.words.length),a=i.options.map(p=>p.name),l=new RegExp(`(?:^|\\s)(${a.join("|")||"(?!)"}):`,"g"),h=[...r.matchAll(l)];return h.forEach((p,d)=>{let c=p.index+p[0].length,w=r.slice(c,h[d+1]?.index),g=i.options.find(x=>x.name===p[1]);o.push({option:g,value:w})}),r=h.length?"":r,{words:i.words,options:i.options,given:o,rest:r}}function yr(e){let t=Ni(e.trim());if(!t||t.rest.trim())return;let s=t.given.map(({option:i,value:o})=>{let r=o.trim();return[i.name,Oi.get(`${i.name}:${r}`)??r]});return{text:`/${t.words}`,options:Object.fromEntries(s)}}async function wr(e,t){if(!/^\s*\//.test(e))return[];let s=Ni(e);if(!s||e.trim()===`/${s.words}`&&!e.endsWith(" "))return un(e);let i=s.given.at(-1);if(!i||/\S\s+$/.test(i.value))return zr(e,s);let[,o,r]=/^(.*\S)\s+(\S+)$/s.exec(i.value)??[],a=r?zr(e,s):[];return o!==void 0&&Oi.has(`${i.option.name}:${o.trim()}`)?a.map(l=>({...l,first:!0})):[...await gn(e,i,t),...a]}function un(e){let t=e.replace(/^\s*\//,"").toLowerCase(),s=o=>o.startsWith(t)?0:1,i=_r().filter(o=>o.words.includes(t));return i.sort((o,r)=>s(o.words)-s(r.words)||o.words.localeCompare(r.words)),i.map(o=>{let r=o.options.find(l=>l.required),a=`/${o.words}${o.options.length?" ":""}${r?`${r.name}:`:""}`;return{label:`/${o.words}`,description:o.description,text:a,first:o.words!==t}})}function zr(e,t){let s=/(\S*)$/.exec(e)[1],o=t.options.filter(a=>!t.given.some(({option:l})=>l.name===a.name)).filter(a=>a.name.startsWith(s)),r=e.slice(0,e.length-s.length);return o.map(a=>({label:`${a.name}:`,description:a.required?`${a.description} (required)`:a.description,text:`${r.replace(/\s*$/," ")}${a.name}:`}))}async function gn(e,t,s){let{option:i}=t,o=t.value.trimStart(),r=e.slice(0,e.length-t.value.length),a=(d,c,w="",g=!0)=>(Pi(i.name,d,c),{label:d,description:w,text:`${r}${d} `,first:g}),l=d=>{let c=o.toLowerCase().replace(/^[@#]/,"");return d.filter(g=>`${g.label} ${g.description??""}`.toLowerCase().includes(c)).slice(0,25).map(g=>a(g.label,g.value,g.description))},h=d=>d.map(c=>({...c,label:c.label.replace(/^@?/,"@")}));if(i.choices?.length)return l(i.choices.map(d=>({label:d.name,value:String(d.value)})));switch(i.type){case 5:return l([{label:"True",value:"true"},{label:"False",value:"false"}]);case 6:return l(h(Bs()));case 7:return l(Li(i.channel_types));case 8:return l(Us());case 9:return l([...h(Bs()),...Us()]);case 11:{let d={label:"Choose a file…",description:"from this computer",text:r,file:!0,first:!1};return[...s.filter(c=>c!==o.trim()).map(c=>a(c,c)),d]}}return i.autocomplete?((await me("autocomplete",{as:v.as,text:e.trimEnd(),...Os()}).catch(()=>{}))?.choices??[]).map(d=>a(d.name,String(d.value),"",!1)):[]}function Mr(e){let t=Ni(e);if(!t)return"";let s=t.options.filter(o=>o.required&&!t.given.some(({option:r,value:a})=>r.name===o.name&&a.trim())),i=t.given.at(-1)?.option;return i&&!e.endsWith(" ")?`${i.name}: ${i.description}`:s.length?`Still needed: ${s.map(o=>o.name).join(", ")}`:"Press Enter to send"}var Hr=matchMedia("(prefers-color-scheme: dark)");function we(){return Hr.matches}function $r(e){Hr.addEventListener("change",e)}function zn(e){let[t,s,i]=e.map(o=>o/255).map(o=>o<=.04045?o/12.92:((o+.055)/1.055)**2.4);return .2126*t+.7152*s+.0722*i}function qs(e){return`light-dark(${xr(e,.82,0)},${xr(e,.06,255)})`}function xr(e,t,s){let i=[e>>16,e>>8&255,e&255];for(let o=0;o<20;o++){let[r,a]=[zn(i),t].sort((l,h)=>l-h);if((a+.05)/(r+.05)>=4.7)break;i=i.map(l=>Math.round(l+(s-l)*.12))}return`rgb(${i.join(",")})`}function rt(e,t){let s=Number(BigInt(e||"0")%359n),r=`<text x="20" y="26" font-family="sans-serif" font-size="16" font-weight="600" fill="#fff" text-anchor="middle">${t.replace(/[^\p{L}\p{N} ]/gu,"").split(" ").filter(Boolean).slice(0,2).map(l=>[...l][0]).join("").toUpperCase()}</text>`,a=`<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40" fill="hsl(${s},45%,38%)"/>${r}</svg>`;return`data:image/svg+xml,${encodeURIComponent(a)}`}function gt(e,t){let s=new CSSStyleSheet;s.replaceSync(t),e.elementStyles.push(s)}gt(Hi,":host,:host([light-theme]){background:none;border:0;color:var(--text);font-family:inherit;line-height:1.4}::slotted(*:not(:first-child)){margin-top:.6rem!important}");gt(ji,`:host,:host([light-theme]){color:var(--text);font-family:inherit;padding-right:16px}
	:host .discord-message-timestamp,:host .discord-message-edited{color:var(--muted)!important}
	.discord-author-avatar img{cursor:default}
	.discord-message-content{min-width:0;padding-top:0}
	:host(.ephemeral){background:var(--ephemeral)}`);gt(Ai,`:host,:host([light-theme]){color:var(--text);display:flex;max-width:100%;margin:6px 0}
	:host .discord-left-border{background-color:var(--line)}
	:host .discord-embed-root{flex:0 1 auto}
	:host .discord-embed-wrapper,:host([light-theme]) .discord-embed-wrapper{background:var(--raised);border-color:var(--line);max-width:min(560px,100%)}
	:host .discord-embed-wrapper .discord-embed-grid{padding:.5rem .9rem .8rem .75rem;display:grid;min-width:0}
	:host .discord-embed-image{max-width:100%;max-height:none;height:auto}`);gt(Ti,":host .discord-author-username,:host([light-theme]) .discord-author-username{color:var(--text);cursor:inherit}");gt(fi,":host{flex-wrap:wrap;gap:0;display:flex}");gt(Ci,`.success{background-color:#1f7a3f}.success.hoverable:hover{background-color:#17612f}
	.destructive{background-color:#c42b2f}.destructive.hoverable:hover{background-color:#a12226}
	.primary{background-color:#4a57e0}
	.disabled{opacity:1;background-color:var(--line)!important;color:var(--muted)!important}
	:host > *:first-child{font-family:inherit;padding:2px 14px}
	:focus-visible{outline:3px solid var(--focus);outline-offset:2px}`);function bt(e){let t=document.createDocumentFragment();return e.split(/```(?:[a-z0-9+-]*\n)?([\s\S]*?)```\n?/gi).forEach((i,o)=>{o%2?t.append(n("pre",{tabindex:0},n("code",{},i.replace(/\n$/,"")))):i&&t.append(...bn(i))}),t}function bn(e){let t=[],s,i=[],o=[],r=()=>{i.length&&t.push(n("blockquote",{},ge(i.join(`
`)))),o.length&&t.push(n("span",{class:"text"},ge(o.join(`
`)))),[i,o,s]=[[],[],void 0]};for(let a of e.replace(/\n$/,"").split(`
`)){let l=/^(#{1,3}|-#) +(.+)$/.exec(a),h=/^ *(?:[-*]|\d+\.) +(.+)$/.exec(a),p=/^>(?:>>)? (.*)$/.exec(a);if(l){r();let d=l[1]==="-#",c=l[1].length;t.push(n("div",{class:d?"subtext":`heading heading-${c}`},ge(l[2])))}else h?(s||(r(),s=n(/^ *\d/.test(a)?"ol":"ul"),t.push(s)),s.append(n("li",{},ge(h[1])))):p?(i.length||r(),i.push(p[1])):(o.length||r(),o.push(a))}return r(),t}var Rt=(e,t={})=>s=>n(e,t,ge(s[1])),_n=[[/^\\([^\p{L}\p{N}\s])/u,e=>e[1]],[/^(`+)([\s\S]*?[^`])\1(?!`)/,e=>n("code",{},e[2])],[/^\*\*([\s\S]+?)\*\*(?!\*)/,Rt("strong")],[/^__([\s\S]+?)__(?!_)/,Rt("u")],[/^~~([\s\S]+?)~~/,Rt("s")],[/^\|\|([\s\S]+?)\|\|/,xn],[/^\*(?=\S)([\s\S]*?\S)\*(?!\*)/,Rt("em")],[/^_(?=\S)([\s\S]*?\S)_(?![_\p{L}\p{N}])/u,Rt("em")],[/^\[([^\]\n]+)\]\(<?(https?:\/\/[^\s)>]+)>?\)/,e=>Nt(e[2],ge(e[1]))],[/^<(https?:\/\/[^\s>]+)>/,e=>Nt(e[1],e[1])],[/^https?:\/\/[^\s<]*[^\s<.,:;"')\]!?*_]/,e=>Nt(e[0],e[0])],[/^<@!?(\d+)>/,e=>zt(wn(e[1]))],[/^<@&(\d+)>/,e=>zt(Mn(e[1]))],[/^<#(\d+)>/,e=>zt(`#${qe(e[1])?.name??"unknown"}`)],[/^<\/([^:>]+):\d+>/,e=>zt(`/${e[1]}`)],[/^<id:([a-z]+)>/,e=>zt(`#${e[1]}`)],[/^<a?:(\w+):\d+>/,e=>`:${e[1]}:`],[/^<t:(-?\d{1,12})(?::([tTdDfFR]))?>/,e=>Bi(Number(e[1]),e[2]??"f")],[/^@(?:everyone|here)\b/,e=>zt(e[0])],[/^\n/,()=>n("br")]];function ge(e){let t=document.createDocumentFragment(),s="",i=e,o="";for(;i;){let a=i[0]==="_"&&/[\p{L}\p{N}]/u.test(o)?void 0:yn(i);a?(s&&t.append(s),s="",t.append(a[1]),i=i.slice(a[0]),o=""):(o=[...i.slice(0,2)][0],s+=o,i=i.slice(o.length))}return s&&t.append(s),t}function yn(e){for(let[t,s]of _n){let i=t.exec(e);if(i)return[i[0].length,s(i)]}}function Nt(e,t){return n("a",{href:e,target:"_blank",rel:"noopener noreferrer"},t)}function zt(e){return n("span",{class:"mention"},e)}function wn(e){let t=Rs(e)?.user??v.view?.people.find(s=>s.id===e);return`@${t?Z(t):"unknown-user"}`}function Mn(e){let t=Q()?void 0:B()?.roles.find(s=>s.id===e);return t?`@${t.name.replace(/^@/,"")}`:"@deleted-role"}function xn(e){let t=n("button",{type:"button",class:"spoiler","aria-label":"Spoiler, show it"});return t.addEventListener("click",()=>t.replaceWith(n("span",{class:"shown"},ge(e[1])))),t.append("spoiler"),t}var kr={t:{timeStyle:"short"},T:{timeStyle:"medium"},d:{dateStyle:"short"},D:{dateStyle:"long"},f:{dateStyle:"long",timeStyle:"short"},F:{dateStyle:"full",timeStyle:"short"}};function Bi(e,t){let s=new Date(e*1e3),i=new Intl.DateTimeFormat(void 0,kr.F).format(s),o=n("time",{datetime:s.toISOString(),title:i,class:"time"});return t==="R"&&(o.dataset.relative=String(e)),o.textContent=t==="R"?Er(e):new Intl.DateTimeFormat(void 0,kr[t]).format(s),o}var Hn=[["second",1,59.5],["minute",60,59.5],["hour",3600,23.5],["day",86400,30.5],["month",2629746,11.5],["year",31556952,1/0]];function Er(e){let t=e-Ls()/1e3,[s,i]=Hn.find(([,o,r])=>Math.abs(t)/o<r);return new Intl.RelativeTimeFormat("en",{numeric:"auto"}).format(Math.round(t/i),s)}function Tr(){for(let e of document.querySelectorAll("[data-relative]"))e.textContent=Er(Number(e.dataset.relative))}function Sr(e){let t=e.modal,s=n("p",{class:"wrong",role:"alert"}),i=t.fields.map((d,c)=>[d,$n(d,`field-${c}`)]),o=i.map(([d,c])=>{let w=n("label",{for:c.id},d.label||d.input.placeholder||d.custom_id);return d.required&&w.append(n("span",{class:"wrong","aria-hidden":"true"}," *")),n("div",{class:"field"},w,c)}),r=async d=>{d.preventDefault();let c=Object.fromEntries(i.map(([w,g])=>[w.custom_id,kn(g)]));a.setAttribute("disabled","");try{let w=i.flatMap(([,z])=>[...z.files??[]]),g=await Ds(w),x={as:v.as,interaction:e.interaction_id,values:c,attachments:g},b=await me("modal",x);p.close(),Bt(b)}catch(w){s.textContent=w instanceof Lt?w.message:String(w)}finally{a.removeAttribute("disabled")}},a=n("button",{class:"main"},"Submit"),l=n("button",{type:"button",onclick:()=>p.close()},"Cancel"),h=n("form",{onsubmit:r,novalidate:!0},...o,s,n("footer",{},l,a)),p=pt(t.title,h);i[0]?.[1].focus()}function $n(e,t){let s=e.input,i={id:t,required:e.required};if(s.type===19)return n("input",{...i,type:"file",multiple:(s.max_values??1)>1});if(s.type!==4){let r=(s.max_values??1)>1,a=Pt(s).map(h=>n("option",{value:h.value,selected:h.chosen},h.label)),l=r?[]:[n("option",{value:""},s.placeholder??"")];return n("select",{...i,multiple:r},...l,...a)}let o={...i,maxlength:s.max_length,placeholder:s.placeholder};if(s.style===2){let r=n("textarea",{...o,rows:5});return r.value=e.value,r}return n("input",{...o,value:e.value})}function kn(e){return e instanceof HTMLInputElement&&e.files?[...e.files].map(t=>t.name).join(","):e instanceof HTMLSelectElement?[...e.selectedOptions].map(t=>t.value).filter(Boolean).join(","):e.value}var Cr=[];function Ar(e){Cr.push(e)}function Vr(e){R("notes").replaceChildren();for(let t of Cr)t(e)}function Fe(e){let t=e instanceof Error?e.message:String(e),s=n("button",{type:"button",class:"icon","aria-label":"Dismiss",onclick:()=>i.remove()},Y("close")),i=n("p",{class:"note"},n("span",{},`⚠ ${t}`),s);R("notes").replaceChildren(i)}var Ui=0;function Fs(){let e=()=>document.body.classList.toggle("waiting",Ui>0);return Ui++,e(),()=>{Ui--,e()}}function _t(e){R("news").textContent=e}var En=["primary","primary","secondary","success","destructive","secondary","primary"];function Bt(e){Vr(e),e.kind==="modal"&&e.modal&&Sr(e)}async function jr(e,t){let s=Fs();try{return Bt(await me(e,{as:v.as,...t})),!0}catch(i){return Fe(i),!1}finally{s()}}function Dr(e){return e.components.map(t=>Ut(e,t))}function Ut(e,t){switch(t.type){case 1:return n("discord-action-row",{},...(t.components??[]).map(s=>Ut(e,s)));case 2:return Sn(e,t);case 3:case 5:case 6:case 7:case 8:return Cn(e,t);case 9:return n("div",{class:"section"},...(t.components??[]).map(s=>Ut(e,s)),t.accessory&&Tn(e,t.accessory));case 10:return n("div",{},bt(t.content??""));case 14:return n("hr");case 17:return n("div",{class:"container"},...(t.components??[]).map(s=>Ut(e,s)));default:return n("div",{class:"muted"},`(a component of type ${t.type})`)}}function Tn(e,t){let s=Ut(e,t);return t.type===2?n("discord-action-row",{},s):s}function Sn(e,t){let s=[t.emoji?.name,t.label].filter(Boolean).join(" "),i=()=>{!t.disabled&&t.custom_id&&jr("press",{message:e.id,custom_id:t.custom_id})},o=n("discord-button",{type:En[t.style??2],url:t.url,disabled:t.disabled,"light-theme":!we(),onclick:i,"data-key":`${e.id}/${t.custom_id??t.url}`},s);return o.updateComplete?.then(()=>{let r=o.shadowRoot?.querySelector("button");r&&(r.disabled=!!t.disabled)}),o}function Cn(e,t){let i=Pt(t).filter(r=>r.chosen).map(r=>r.label).join(", ")||(t.placeholder??"Make a selection"),o=async()=>{let r=await ur(t,t.placeholder??"Make a selection");r&&await jr("select",{message:e.id,custom_id:t.custom_id,values:r})};return n("button",{type:"button",class:"menu",disabled:t.disabled,"aria-haspopup":"dialog",onclick:o,"data-key":`${e.id}/${t.custom_id}`},n("span",{},i),Y("down"))}var ke=[],wt=[],$e=-1,Ws=0,F=n("textarea",{id:"composer-input",rows:1,"aria-autocomplete":"list","aria-controls":"completions","aria-describedby":"composer-hint","aria-label":"Message, or a command that begins with a slash"}),qi=n("ul",{id:"completions",role:"listbox",tabindex:0,"aria-label":"Completions",hidden:!0}),Ir=n("p",{id:"composer-hint",class:"muted"}),Lr=n("div",{class:"chips"}),yt=n("input",{type:"file",multiple:!0,class:"unseen","aria-label":"Files to send",tabindex:-1});function Or(){let e=n("button",{type:"button",class:"icon","aria-label":"Attach files",onclick:()=>yt.click()},Y("plus")),t=n("button",{class:"icon","aria-label":"Send"},Y("send")),s=R("composer");s.append(qi,Lr,n("div",{class:"box"},e,yt,F,t),Ir),s.addEventListener("submit",i=>{i.preventDefault(),Rr()}),F.addEventListener("input",()=>{Zi()}),F.addEventListener("keydown",Vn),F.addEventListener("blur",()=>setTimeout(Gs,150)),yt.addEventListener("change",()=>{An([...yt.files]),yt.value=""}),re(()=>{let i=qe(v.channel),o=Q()?"Paddock":`#${i?.name??""}`,r=Q()||(i?.may_send??!0);F.placeholder=r?`Message ${o}`:`Only commands in ${o}`,Ri()}),Mt()}function Pr(e){F.value=e,F.focus(),Gs(),Mt(),Wi()}function An(e){ke.push(...e);let t=e[0];t&&/\S:\s*$/.test(F.value)&&(F.value=`${F.value.trimEnd()}${t.name} `),Zs(),F.focus(),Zi()}function Zs(){let e=ke.map((t,s)=>{let i=()=>{ke=ke.filter((r,a)=>a!==s),Zs()},o=`Remove ${t.name}`;return n("span",{class:"chip"},Y("file"),` ${t.name} `,n("button",{type:"button",class:"icon","aria-label":o,onclick:i},Y("close")))});Lr.replaceChildren(...e)}function Wi(){F.style.height="auto",F.style.height=`${Math.min(160,F.scrollHeight)}px`}function Mt(){let e=F.value.startsWith("/");Ir.textContent=e?Mr(F.value):"Enter sends, Shift+Enter begins a line, / lists the commands"}async function Zi(){Wi(),Mt();let e=++Ws;if(await Ri(),e!==Ws)return;let t=await wr(F.value,ke.map(s=>s.name));e===Ws&&(wt=t,$e=t[0]?.first?0:-1,Mt(),Gi())}function Gs(){Ws++,wt=[],Gi()}function Gi(){qi.hidden=!wt.length;let e=wt.map((s,i)=>{let o=a=>{a.preventDefault(),Fi(i)},r=[n("strong",{},s.label),n("span",{class:"muted"},s.description)];return n("li",{role:"option",id:`completion-${i}`,"aria-selected":String(i===$e),onmousedown:o},...r)});qi.replaceChildren(...e);let t=e[$e];t?(F.setAttribute("aria-activedescendant",t.id),t.scrollIntoView({block:"nearest"})):F.removeAttribute("aria-activedescendant")}function Fi(e){let t=wt[e];if(t.file){F.value=t.text,yt.click();return}F.value=t.text,Zi()}function Vn(e){let t=wt.length;if(t&&(e.key==="ArrowDown"||e.key==="ArrowUp")){e.preventDefault();let s=e.key==="ArrowDown"?1:-1;$e=$e<0&&s<0?t-1:($e+s+t)%t,Gi()}else t&&e.key==="Escape"?(e.preventDefault(),Gs()):t&&e.key==="Tab"&&!e.shiftKey?(e.preventDefault(),Fi(Math.max($e,0))):e.key==="Enter"&&!e.shiftKey&&!e.isComposing&&(e.preventDefault(),t&&$e>=0?Fi($e):Rr())}async function Rr(){let e=F.value.trim();if(!e&&!ke.length)return;let t=ke,s={as:v.as,text:e,...Os()};e.startsWith("/")&&(s={...s,...yr(e)}),Gs();let i=Fs();try{s.attachments=await Ds(t),F.value="",ke=[],Zs(),Mt(),Wi();let o=await me("say",s);o.kind?Bt(o):R("notes").replaceChildren()}catch(o){Fe(o),F.value||(F.value=e,ke=t,Zs(),Mt())}finally{i()}}var Ki=["places","people","toys"],Ji;function Nr(e){return document.querySelector(`[aria-controls="${e}"]`)}function Br(e){let t=!Ks(e);qt(),e==="toys"&&(R("toys").hidden=!t),e==="people"&&document.body.classList.toggle("without-people",!t),document.body.classList.toggle(`open-${e}`,t),Ji=e,Js(),t&&R(e).querySelector("button, select, input, a")?.focus()}function Ks(e){return getComputedStyle(R(e)).display!=="none"&&getComputedStyle(R(e)).visibility!=="hidden"}function qt(){for(let e of Ki)document.body.classList.remove(`open-${e}`);R("toys").hidden=!0,Js()}function Js(){for(let e of Ki)Nr(e)?.setAttribute("aria-expanded",String(Ks(e)))}function Ur(){document.addEventListener("keydown",e=>{e.key!=="Escape"||document.querySelector("dialog[open]")||Ki.some(t=>document.body.classList.contains(`open-${t}`))&&(qt(),Ji&&Nr(Ji)?.focus())}),R("main").addEventListener("click",e=>{!e.target.closest("#bar")&&matchMedia("(max-width: 900px)").matches&&qt()}),addEventListener("resize",Js),Js()}var jn=64,Dn=128,qr=20;function Fr(e){let t=new Date(e.timestamp),s=new Date(Ls()),i=new Intl.DateTimeFormat(void 0,{timeStyle:"short"}).format(t);return t.toDateString()===s.toDateString()?`Today at ${i}`:`${new Intl.DateTimeFormat(void 0,{dateStyle:"short"}).format(t)} ${i}`}function Wr(e){let t=Z(e.author),s=(e.flags&jn)!==0,i=n("discord-message",{"data-id":e.id,role:"article","aria-label":`${t}, ${Fr(e)}`,author:t,avatar:rt(e.author.id,t),bot:e.author.bot,edited:!!e.edited_timestamp&&e.type!==qr&&!s,"light-theme":!we(),class:s?"ephemeral":""});i.timestamp=Fr(e);let o=Ns(e.author.id);o&&(i.roleColor=qs(o));let r=e.interaction_metadata;if(r&&e.type===qr){let h=n("div",{slot:"reply",class:"used"},n("span",{"aria-hidden":"true"},"╭ "));h.append(n("strong",{},Z(r.user))," used a command"),i.append(h)}e.flags&Dn?i.append(n("span",{class:"thinking"},`${t} is thinking…`)):i.append(bt(e.content));for(let h of e.embeds)i.append(Ln(h,e));let a=new Set(e.embeds.map(h=>Zr(h.image?.url,e))),l=e.attachments.filter(h=>!a.has(Yi(h.url)));return l.length&&i.append(n("div",{slot:"attachments",class:"files"},...l.map(Pn))),e.components.length&&i.append(n("div",{slot:"components"},...Dr(e))),s&&i.append(In(e)),i}function In(e){let s=n("button",{type:"button",class:"link",onclick:()=>{v.dismissed.add(e.id),sessionStorage.setItem("dismissed",JSON.stringify([...v.dismissed])),Ot(),document.getElementById("composer-input")?.focus()}},"Dismiss message");return n("div",{slot:"components",class:"only-you"},Y("eye")," Only you can see this • ",s)}function Yi(e){let t=/^https?:\/\/[^/]+(\/(?:ephemeral-)?attachments\/.+)$/.exec(e);if(!t)return;let s=new URL(e).host;return s===location.host||/^(127\.|localhost)/.test(s)||/discordapp\.(com|net)$/.test(s)?encodeURI(decodeURI(t[1])):void 0}function Zr(e,t){if(!e)return;let s=/^attachment:\/\/(.+)$/.exec(e)?.[1],i=s&&t.attachments.find(o=>o.filename===s);return Yi(i?i.url:e)}function Ln(e,t){let s=e.color?`#${e.color.toString(16).padStart(6,"0")}`:"",i=n("discord-embed",{slot:"embeds",color:s,"light-theme":!we()}),o=n("div",{slot:"description",class:"embed"}),r=(h,p)=>p?Nt(p,ge(h)):ge(h);if(e.author&&o.append(n("div",{class:"embed-author"},r(e.author.name,e.author.url))),e.title&&o.append(n("div",{class:"embed-title"},r(e.title,e.url))),e.description&&o.append(n("div",{},bt(e.description))),e.fields?.length){let h=e.fields.map(p=>{let d=p.inline?"field inline":"field",c=n("div",{},bt(p.value));return n("div",{class:d},n("div",{class:"field-name"},ge(p.name)),c)});o.append(n("div",{class:"fields"},...h))}let a=Zr(e.image?.url,t),l=e.title?`Picture: ${e.title}`:"Picture";if(a&&o.append(n("img",{src:a,alt:l,class:"embed-image"})),e.footer||e.timestamp){let h=e.timestamp?Bi(Date.parse(e.timestamp)/1e3,"f"):void 0;o.append(n("div",{class:"embed-footer"},e.footer?.text??"",e.footer&&h?" • ":"",h))}return i.append(o),i}function On(e){return e<1e3?`${e} bytes`:e<1e6?`${(e/1e3).toFixed(1)} kB`:`${(e/1e6).toFixed(1)} MB`}function Pn(e){let t=Yi(e.url),s=n("a",{href:t??"#",download:e.filename},e.filename),i=n("div",{class:"file"},Y("file")," ",s,n("span",{class:"muted"},` ${On(e.size)}`));return t&&/^image\/(?!svg)/.test(e.content_type)?n("figure",{},n("img",{src:t,alt:e.filename}),i):i}var Jr={online:"Online",idle:"Idle",dnd:"Do not disturb",offline:"Offline"},Rn=["Playing","Streaming","Listening to","Watching","","Competing in"];function Kr(){re(Nn)}var Gr="";function Nn(){let e=Q()?[]:B()?.members??[],t=JSON.stringify([Q(),we(),e,B()?.roles]);if(t===Gr)return;Gr=t;let s=[...e].sort((l,h)=>Z(l.user).localeCompare(Z(h.user))),i=l=>l.status!=="offline",r=[["Online",s.filter(i)],["Offline",s.filter(l=>!i(l))]].map(([l,h])=>{if(h.length)return n("section",{},n("h2",{},`${l} — ${h.length}`),n("ul",{},...h.map(p=>n("li",{},Bn(p)))))}),a=Q()?n("p",{class:"muted"},"A conversation with the bot."):void 0;ue(R("people"),n("h2",{class:"unseen"},"Members"),a,...r)}function Yr(e){let t=e.find(i=>i.type===4);if(t)return[t.emoji?.name,t.state].filter(Boolean).join(" ");let s=e[0];return s?`${Rn[s.type]??""} ${s.details??s.name}`.trim():""}function Bn(e){let t=Z(e.user),s=Ns(e.user.id),i=n("span",{class:"name"},t);s&&(i.style.color=qs(s));let o=Yr(e.activities),r=n("span",{class:"face"},n("img",{src:rt(e.user.id,t),alt:""}),n("span",{class:`dot ${e.status}`,role:"img","aria-label":Jr[e.status]??e.status})),a=n("span",{class:"words"},n("span",{},i,e.user.bot&&n("span",{class:"tag"},"BOT")),o&&n("span",{class:"muted"},o));return n("button",{type:"button",class:"member","data-key":e.user.id,"data-user":e.user.username,onclick:()=>Un(e)},r,a)}function Un(e){let s=(B()?.roles.filter(d=>e.roles.includes(d.id))??[]).sort((d,c)=>c.position-d.position).map(d=>n("li",{class:"role"},d.name)),i=()=>{p.close(),vt(e.user.id)},o=e.user.id===v.view?.me.id,r=!e.user.bot&&!o&&n("button",{type:"button",class:"main",onclick:i},`Act as ${Z(e.user)}`),a=n("p",{class:"muted"},`@${e.user.username} · ${Jr[e.status]??e.status}${e.pending?" · has not accepted the rules":""}`),l=e.activities.map(d=>Yr([d])).join(" · "),h=s.length?n("ul",{class:"roles","aria-label":"Roles"},...s):n("p",{class:"muted"},"No roles."),p=pt(Z(e.user),a,l&&n("p",{},l),h,r)}var Qr={2:"voice",5:"news",13:"voice"};function ea(){re(qn)}function Ys(e){ut(e),qt(),R("composer-input").focus()}var Xr="";function qn(){let e=v.view;if(!e)return;let t=JSON.stringify([e.me,e.dm,e.people,v.channel,[...v.unread],e.guilds.map(h=>[h.name,h.channels,h.members.map(p=>[p.user,p.nick])])]);if(t===Xr)return;Xr=t;let s=e.guilds.map(h=>{let p=!Q()&&h===B(),d=h.channels.find(Ps),c=h.name.split(" ").map(w=>w[0]).join("").slice(0,3);return n("button",{type:"button",class:"guild",title:h.name,"aria-current":p&&"true","data-key":h.id,onclick:()=>d&&Ys(d.id)},n("span",{"aria-hidden":"true"},c),n("span",{class:"unseen"},h.name))}),i=e.dm??ye,o=n("button",{type:"button",class:"guild","aria-label":"Direct messages",title:"Direct messages","aria-current":Q()&&"true","data-key":"dms",onclick:()=>Ys(i)},Y("mail"),ta(i)),r=n("div",{class:"rail"},o,...s),a=Q()?"Direct messages":B()?.name??"No server",l=n("div",{class:"places"},n("h2",{},a),Q()?Fn(i):Wn(),Zn());ue(R("places"),r,l)}function ta(e){return v.unread.has(e)?n("span",{class:"unread",role:"img","aria-label":"unread"}):void 0}function Fn(e){let t=v.view.bot,s=t.user.global_name??t.user.username,i=n("button",{type:"button",class:"channel","aria-current":"true","data-key":e,onclick:()=>Ys(e)},n("img",{src:rt(t.user.id,s),alt:"",class:"small"}),s);return n("ul",{class:"channels"},n("li",{},i))}function Wn(){let e=B();if(!e)return n("p",{class:"muted"},"They are in no server. The toys let them join.");let t=e.channels.map(s=>{let i=Qr[s.type]?Y(Qr[s.type]):n("span",{class:"sign","aria-hidden":"true"},"#");if(!Ps(s)){let r=s.voice.map(a=>{let l=e.members.find(h=>h.user.id===a)?.user;return n("li",{class:"voice"},l?Z(l):a)});return n("li",{},n("div",{class:"channel still"},i,s.name),r.length>0&&n("ul",{"aria-label":`In ${s.name}`},...r))}let o=s.id===v.channel;return n("li",{},n("button",{type:"button",class:`channel${v.unread.has(s.id)?" news":""}`,"aria-current":o&&"page","data-key":s.id,onclick:()=>Ys(s.id)},i,n("span",{},s.name),ta(s.id)))});return n("ul",{class:"channels","aria-label":"Channels"},...t)}function Zn(){let e=v.view,s=[...e.people].sort((l,h)=>Number(h.owner)-Number(l.owner)||l.username.localeCompare(h.username)).map(l=>{let h=l.member?"":" (not in the server)",p=`${l.global_name??l.username}${l.owner?" (owner)":""}${h}`;return n("option",{value:l.id,selected:l.id===e.me.id},p)}),o=n("select",{id:"acting",onchange:l=>vt(l.target.value),"data-key":"acting"},...s),r=n("a",{href:`?${new URLSearchParams({as:v.as,channel:v.channel})}`,target:"_blank",class:"icon","aria-label":"Open another tab, to act as somebody else at the same time",title:"Another tab"},Y("tab")),a=n("img",{src:rt(e.me.id,Z(e.me)),alt:"",class:"small"});return n("div",{class:"acting"},n("label",{for:"acting"},"Acting as"),n("div",{},a,o,r))}var Ft="owner",We="ada",ze=e=>async()=>e;function Gn(e){return new Date(Date.now()+e*864e5).toISOString().slice(0,10)}async function sa(e,t){let s=v.view?.people.find(o=>o.username===e)?.id,i=s&&await me("autocomplete",{as:s,text:t}).catch(()=>{});return i?i.choices?.[0]:void 0}function Jn(e,t,s,i){return async()=>{let o=await sa(e,`${t} ${s}:`);if(!o)return"";let r=o.name.split(" · ")[0].trim();return Pi(s,r,String(o.value)),`${t} ${s}:${r} ${i}`.trim()}}function Qs(){return B()?.members.find(e=>e.user.username===We)?.roles??[]}function Kn(e){let t=B()?.roles.find(s=>s.name===e)?.id;return t!==void 0&&Qs().includes(t)}async function Yn(){let t=[...v.messages.values()].map(s=>/\/here ([A-Z0-9]{3,12})\b/.exec(s.text)?.[1]).filter(Boolean).at(-1);return t?`/here code:${t}`:""}var at=[{id:"setup",title:"Set the server up",about:"Paddock learns which role verified members get, and where reviews and attendance happen.",who:Ft,channel:"general",texts:[ze("/setup verified_role:@Verified review_channel:#review attendance_channel:#attendance")],answer:/Saved\. Next/},{id:"register",title:"Register",about:"A member says who they are.",who:We,channel:"general",texts:[ze("/register name:Ada Lovelace")],answer:/You are registered\.|names are up to date/},{id:"verify",title:"Verify the member",about:"An admin lets her in; she gets the role Verified and a direct message.",who:Ft,channel:"general",texts:[ze("/verify member:@ada")],answer:/is (?:already )?verified/,seen:()=>Kn("Verified")},{id:"season",title:"Plan a season",about:"Something to earn points with, a rank to reach, and a role to win. Send the commands one by one.",who:Ft,channel:"general",texts:[async()=>`/season create name:Winter start:now end:${Gn(90)}`,ze("/item create name:Race finished"),ze("/item set item:Race finished points:10"),ze("/rank create name:Gold threshold:30"),ze("/prize role rank:Gold role:@Champion")],answer:/\bwins @/,seen:async()=>await sa(We,"/submit item:")!==void 0},{id:"submit",title:"Take part and submit",about:"She joins the season and hands in three races.",who:We,channel:"general",texts:[ze("/join"),Jn(We,"/submit","item","quantity:3 link:https://example.com/race.png")],answer:/Submitted:/},{id:"approve",title:"Approve",about:"The submission waits in #review. Press Approve.",who:Ft,channel:"review",answer:/✅ Approved by/},{id:"role",title:"See the role appear",about:"The points reach a rank, and the bot grants its role: look at her name in the list of members.",seen:e=>Qs().some(t=>!e.includes(t))},{id:"claim",title:"Claim a number",about:"First come, first served.",who:We,channel:"general",texts:[ze("/claim number:77")],answer:/ is yours\./},{id:"open",title:"Open attendance",about:"A code appears in #attendance and changes every few seconds.",who:Ft,channel:"attendance",texts:[ze("/open_attendance title:Briefing")],answer:/Opened:/},{id:"here",title:"Check in",about:"Type the code that #attendance shows, or press its button.",who:We,channel:"attendance",texts:[Yn],answer:/You are (?:present|late|checked in)/},{id:"iracing",title:"Connect iRacing",about:"Follow the button to the simulated iRacing, allow it, and send the command again: it says that she is connected.",who:We,channel:"general",texts:[ze("/connect")],answer:/✅ Your account .*is connected/}];var Wt="road.",Xs=!1,Qi=!1;function si(e){return localStorage.getItem(Wt+e)}function ti(e,t){localStorage.setItem(Wt+e,t)}function Zt(e){return si(`done.${e.id}`)!==null}function Xi(e){return Number(si(`filled.${e.id}`)??0)}function oa(){return si("hidden")!==null}function eo(){return at.find(e=>!Zt(e))}function to(e){if(Zt(e))return;e.id==="submit"&&ti("before",JSON.stringify(Qs())),ti(`done.${e.id}`,"yes"),nt();let t=eo();_t(`Done: ${e.title}. ${t?`Next: ${t.title}.`:"That was the whole road."}`),so()}async function so(){let e=eo();if(!(Qi||!e?.seen||oa())&&!((e.texts?.length??0)>1&&Xi(e)>0)){Qi=!0;try{v.view&&await e.seen(JSON.parse(si("before")??"[]"))&&to(e)}finally{Qi=!1}}}function ra(){re(nt),re(()=>{so()}),Is(e=>ia(e.text)),Ar(e=>ia(e.text)),addEventListener("storage",e=>{(e.key===null||e.key.startsWith(Wt))&&nt()})}function ia(e){let t=at.find(s=>!Zt(s)&&s.answer?.test(e));t?to(t):so()}function ii(e){let t=e?Object.keys(localStorage).filter(s=>s.startsWith(Wt)):[`${Wt}hidden`];for(let s of t)localStorage.removeItem(s);nt()}function Qn(e){return v.view?.people.find(t=>t.username===e.who)}function ei(e){return B()?.channels.find(t=>t.name===e.channel)?.id}async function Xn(e){let t=ei(e);t&&t!==v.channel&&ut(t);let s=e.texts??[],i=Xi(e)%s.length,o=await s[i]();if(!o){Fe("There is nothing to fill in yet: look into the channel, or do the steps before.");return}Pr(o),ti(`filled.${e.id}`,String(i+1)),nt()}function el(){ti("hidden","yes"),nt()}function nt(){let e=R("road");if(e.hidden=oa()||!v.view,e.hidden)return;let t=at.filter(Zt),s=eo(),i=n("button",{type:"button",class:"icon","aria-label":"Dismiss the guided road","data-key":"road close",onclick:el},Y("close")),o=()=>{Xs=!Xs,nt()},r=n("button",{type:"button","aria-expanded":String(Xs),"aria-controls":"road-steps","data-key":"road all",onclick:o},`Step ${Math.min(t.length+1,at.length)} of ${at.length}`);if(!s){let p=n("button",{type:"button","data-key":"road again",onclick:()=>ii(!0)},"Start over");ue(e,n("div",{class:"road-line"},n("strong",{},"✓ That was the whole road."),p,i));return}let a=n("div",{class:"road-words"},n("strong",{},s.title),n("span",{class:"muted"},` ${s.about}`)),l=n("div",{class:"road-buttons"},...sl(s),r),h=n("ol",{id:"road-steps",hidden:!Xs},...at.map(p=>tl(p,s)));ue(e,n("div",{class:"road-line"},a,i),l,h)}function tl(e,t){let s=Zt(e),i=e===t&&n("button",{type:"button",class:"link","data-key":"road skip",onclick:()=>to(e)},"Skip"),o=n("span",{class:"tick",role:"img","aria-label":s?"Done":"Open"},s?"✓":"○");return n("li",{class:s?"done":"","aria-current":e===t&&"step"},o,` ${e.title} `,i)}function sl(e){let t=Qn(e);if(t&&t.id!==v.view?.me.id){let o=Z(t),r=`?${new URLSearchParams({as:t.id,channel:ei(e)??v.channel})}`;return[n("button",{type:"button",class:"main","data-key":"road act",onclick:()=>{vt(t.id);let l=ei(e);l&&ut(l)}},`Act as ${o}`),n("a",{href:r,target:"_blank",class:"button"},`${o} in another tab`)]}let s=ei(e);if(!e.texts){let o=()=>s&&ut(s);return[!!(s&&s!==v.channel)&&n("button",{type:"button",class:"main","data-key":"road go",onclick:o},`Go to #${e.channel}`)]}let i=e.texts.length>1?` (${Xi(e)%e.texts.length+1} of ${e.texts.length})`:"";return[n("button",{type:"button",class:"main","data-key":"road fill",onclick:()=>{Xn(e)}},`Fill in${i}`)]}var il={members:"Server members",presences:"Presences",content:"Message content"},he="";function aa(){re(()=>{R("toys").hidden||io()}),new MutationObserver(io).observe(R("toys"),{attributeFilter:["hidden"]})}async function le(e,t,s){try{await me(e,t),R("toy-news").textContent=s,_t(s)}catch(i){Fe(i)}}function Me(e,t,s=""){return n("button",{type:"button",class:s,onclick:t,"data-key":`toy ${e}`},e)}function ol(){return n("p",{},Me("Show the guided road",()=>ii(!1))," ",Me("From the start",()=>ii(!0)))}function Ee(e,...t){return n("fieldset",{},n("legend",{},e),...t)}function io(){let e=v.view;if(!e||R("toys").hidden)return;let t=document.activeElement;if(t instanceof HTMLInputElement&&t.type==="text"&&R("toys").contains(t)&&t.value)return;e.people.some(o=>o.id===he)||(he=e.me.id);let s=n("p",{id:"toy-news",class:"muted"},document.getElementById("toy-news")?.textContent??""),i=e.bot.connected?"The bot is connected.":e.bot.refused?"Discord is down for the bot.":"The bot is not connected.";ue(R("toys"),n("h2",{},"Toys"),s,ol(),rl(),al(),nl(),ll(),hl(),cl(),n("p",{class:"muted",id:"gateway"},i),dl(),ml())}function rl(){let e=v.view.people.map(s=>n("option",{value:s.id,selected:s.id===he},s.global_name??s.username)),t=s=>{he=s.target.value,io()};return n("p",{},n("label",{for:"toy-who"},"Who "),n("select",{id:"toy-who",onchange:t,"data-key":"toy-who"},...e))}function oi(){let e=v.view.people.find(t=>t.id===he);return{it:e,name:Z(e),member:B()?.members.find(t=>t.user.id===he)}}function al(){let{name:e,member:t}=oi(),s=he===v.view.me.id?v.view.status:t?.status??"offline",i=["online","idle","dnd","invisible","offline"],o=n("input",{id:"toy-custom",placeholder:"Custom status","aria-label":"Custom status"}),r=n("input",{id:"toy-game",placeholder:"Playing","aria-label":"Playing"});o.value=t?.activities.find(h=>h.type===4)?.state??"",r.value=t?.activities.find(h=>h.type===0)?.name??"";let a=n("select",{"aria-label":"Status"},...i.map(h=>n("option",{selected:h===s},h)));return Ee("Presence",a,o,r,Me("Show",()=>{let h={custom:o.value||null,playing:r.value||null};le("members",{action:"presence",user:he,status:a.value,...h},`${e} is ${a.value}.`)}))}function nl(){let{it:e,name:t}=oi(),s=Me("Join",()=>{le("members",{action:"join",user:he},`${t} joined.`)}),i=Me("Leave",()=>{le("members",{action:"leave",user:he},`${t} left.`)}),o=n("input",{id:"toy-new",placeholder:"New person","aria-label":"Handle of a new person"}),r=Me("Join as new",()=>{let a=o.value.trim();a&&le("members",{action:"join",user:a},`${a} joined.`)});return Ee("Membership",e.member?i:s,o,r)}function ll(){let{name:e,member:t}=oi();if(!t)return Ee("Roles",`${e} is not in the server.`);let i=B().roles.filter(o=>o.id!==B().id&&!o.managed).map(o=>{let r=()=>{let l=t.roles.includes(o.id),h=l?t.roles.filter(p=>p!==o.id):[...t.roles,o.id];le("members",{action:"roles",user:he,roles:h},`${e} ${l?"lost":"got"} ${o.name}.`)},a=n("input",{type:"checkbox",checked:t.roles.includes(o.id),onchange:r,"data-key":`role ${o.id}`});return n("label",{class:"check"},a,` ${o.name}`)});return Ee("Roles",...i)}function hl(){let{name:e,member:t}=oi(),s=B()?.channels.filter(a=>a.type===2)??[];if(!t||!s.length)return Ee("Voice","There is no voice channel.");let i=s.find(a=>a.voice.includes(he)),o=a=>{let l=a.target.value,h=l?`${e} is in voice.`:`${e} left voice.`;le("members",{action:"voice",user:he,channel:l||null},h)},r=s.map(a=>n("option",{value:a.id,selected:a===i},a.name));return Ee("Voice",n("select",{"aria-label":"Voice channel",onchange:o,"data-key":"toy-voice"},n("option",{value:""},"Not in voice"),...r))}function cl(){let e=(i,o)=>Me(i,()=>{le("clock",{advance_seconds:o},`The clock of Discord was moved by ${i.slice(1)}.`)}),t=Math.round((v.view.clock_offset_ms??0)/6e4),s=n("p",{class:"muted"},t?`Discord is ${t} minutes ahead.`:"The clock of Discord; that of Paddock stays.");return Ee("Clock",e("+1 minute",60),e("+1 hour",3600),e("+1 day",86400),s)}function dl(){let e=(o,r,a,l="")=>Me(o,()=>{le("gateway",{action:r},a)},l),t={path:"",times:3,fault:{kind:"rate_limited",scope:"user",retry_after:3}},s={path:"",times:2,fault:{kind:"status",status:503}},i=n("p",{class:"muted"},`${v.view.faults} of the bot's next requests will fail.`);return Ee("What goes wrong",e("Kill gateway","drop","The connection was cut; the bot resumes.","danger"),e("New session","forget","Discord forgot the session; the bot begins another."),v.view.bot.refused?e("End outage","up","Discord accepts connections."):e("Begin outage","down","Discord accepts no connection."),Me("Rate limit",()=>{le("faults",t,"The next 3 requests are rate limited for 3 seconds.")},"danger"),Me("Fail twice",()=>{le("faults",s,"The next 2 requests fail with 503.")}),i)}function ml(){let{refused:e}=v.view.intents,t=Object.entries(il).map(([s,i])=>{let o=async()=>{let a=e.includes(s)?e.filter(l=>l!==s):[...e,s];await le("intents",{refused:a},`${i}: ${a.includes(s)?"refused":"granted"}.`),await le("gateway",{action:"forget"},"The bot identifies again."),await le("gateway",{action:"drop"},`${i}: ${a.includes(s)?"refused":"granted"}; the bot identifies again.`)},r=n("input",{type:"checkbox",checked:e.includes(s),onchange:()=>{o()},"data-key":`intent ${s}`});return n("label",{class:"check"},r,` ${i}`)});return Ee("Refuse an intent",...t)}var Gt=new Map,Jt,na="";function la(){let e=R("scroll"),t=e.scrollHeight-e.scrollTop-e.clientHeight<80,s=JSON.stringify([v.as,v.channel,we(),v.view?.guilds.map(h=>[h.roles,h.members.map(p=>[p.nick,p.roles])])]),i=s!==na||!Jt;i&&(na=s,Gt.clear(),Jt=n("discord-messages",{"light-theme":!we()}),e.replaceChildren(Jt));let o=[...v.messages.values()].filter(h=>!v.dismissed.has(h.id));o.sort((h,p)=>BigInt(h.id)<BigInt(p.id)?-1:1);let r=new Set(o.map(h=>h.id));for(let[h,{element:p}]of Gt)r.has(h)||(p.remove(),Gt.delete(h));let a=null;for(let h of o){let p=Gt.get(h.id),d=p?.element;if(!d||p.message!==h&&JSON.stringify(p.message)!==JSON.stringify(h)){let w=Wr(h),g=d?.contains(document.activeElement)?document.activeElement.dataset.key:void 0;d?.replaceWith(w),d=w,Gt.set(h.id,{message:h,element:d}),g&&queueMicrotask(()=>w.querySelector(`[data-key="${CSS.escape(g)}"]`)?.focus())}let c=a?a.nextElementSibling:Jt.firstElementChild;c!==d&&Jt.insertBefore(d,c),a=d}let l=e.querySelector(".empty");o.length?l?.remove():l||e.append(n("p",{class:"empty muted"},"Nothing here yet. Type / to see what Paddock can do.")),e.setAttribute("aria-label",Q()?"Direct messages with Paddock":`Messages in #${qe(v.channel)?.name??""}`),(i||t)&&requestAnimationFrame(()=>e.scrollTo({top:e.scrollHeight}))}function pl(){let e=v.view;if(!e)return;let t=qe(v.channel),s=Q()?"Paddock":`# ${t?.name??""}`,i=(a,l,h,p="")=>n("button",{type:"button",class:`icon ${p}`,"aria-label":l,title:l,"aria-controls":a,"aria-expanded":String(Ks(a)),"data-key":`panel ${a}`,onclick:()=>Br(a)},Y(h)),o=!v.connected&&n("span",{class:"lost",role:"status"},"Connection lost, trying again…"),r=e.bot.connected?void 0:n("span",{class:"lost",role:"status"},"The bot is offline");ue(R("bar"),i("places","Servers and channels","menu","narrow"),n("h1",{},s),t?.topic?n("p",{class:"muted topic"},t.topic):void 0,n("span",{class:"space"}),o,r,i("toys","Toys","toys"),i("people","Members","people")),document.title=`${s.replace("# ","#")} as ${Z(e.me)} – Paddock`}async function fl(){if(v.dismissed=new Set(JSON.parse(sessionStorage.getItem("dismissed")??"[]")),fr(),!v.as){let e=await it("view",{as:"ada"}).catch(()=>{});v.as=e?.me.id??await vl()}ea(),Kr(),re(pl),Or(),aa(),ra(),Ur(),re(la),pr(la),Is(e=>{e.author.id!==v.view?.me.id&&_t(`${Z(e.author)}: ${e.text}`)}),$r(ft),addEventListener("popstate",()=>location.reload()),setInterval(Tr,1e3),Ii()}async function vl(){return(await it("")).users.find(t=>!t.bot)?.id??""}fl();

var Xt=globalThis,es=Xt.ShadowRoot&&(Xt.ShadyCSS===void 0||Xt.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,ni=Symbol(),Do=new WeakMap,Et=class{constructor(t,i,s){if(this._$cssResult$=!0,s!==ni)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=t,this.t=i}get styleSheet(){let t=this.o,i=this.t;if(es&&t===void 0){let s=i!==void 0&&i.length===1;s&&(t=Do.get(i)),t===void 0&&((this.o=t=new CSSStyleSheet).replaceSync(this.cssText),s&&Do.set(i,t))}return t}toString(){return this.cssText}},Io=e=>new Et(typeof e=="string"?e:e+"",void 0,ni),te=(e,...t)=>{let i=e.length===1?e[0]:t.reduce((s,o,r)=>s+(a=>{if(a._$cssResult$===!0)return a.cssText;if(typeof a=="number")return a;throw Error("Value passed to 'css' function must be a 'css' function result: "+a+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(o)+e[r+1],e[0]);return new Et(i,e,ni)},Oo=(e,t)=>{if(es)e.adoptedStyleSheets=t.map(i=>i instanceof CSSStyleSheet?i:i.styleSheet);else for(let i of t){let s=document.createElement("style"),o=Xt.litNonce;o!==void 0&&s.setAttribute("nonce",o),s.textContent=i.cssText,e.appendChild(s)}},li=es?e=>e:e=>e instanceof CSSStyleSheet?(t=>{let i="";for(let s of t.cssRules)i+=s.cssText;return Io(i)})(e):e;var{is:ha,defineProperty:ca,getOwnPropertyDescriptor:da,getOwnPropertyNames:ma,getOwnPropertySymbols:fa,getPrototypeOf:pa}=Object,ts=globalThis,Lo=ts.trustedTypes,va=Lo?Lo.emptyScript:"",ua=ts.reactiveElementPolyfillSupport,Tt=(e,t)=>e,St={toAttribute(e,t){switch(t){case Boolean:e=e?va:null;break;case Object:case Array:e=e==null?e:JSON.stringify(e)}return e},fromAttribute(e,t){let i=e;switch(t){case Boolean:i=e!==null;break;case Number:i=e===null?null:Number(e);break;case Object:case Array:try{i=JSON.parse(e)}catch{i=null}}return i}},ss=(e,t)=>!ha(e,t),Po={attribute:!0,type:String,converter:St,reflect:!1,useDefault:!1,hasChanged:ss};Symbol.metadata??=Symbol("metadata"),ts.litPropertyMetadata??=new WeakMap;var xe=class extends HTMLElement{static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(t,i=Po){if(i.state&&(i.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(t)&&((i=Object.create(i)).wrapped=!0),this.elementProperties.set(t,i),!i.noAccessor){let s=Symbol(),o=this.getPropertyDescriptor(t,s,i);o!==void 0&&ca(this.prototype,t,o)}}static getPropertyDescriptor(t,i,s){let{get:o,set:r}=da(this.prototype,t)??{get(){return this[i]},set(a){this[i]=a}};return{get:o,set(a){let n=o?.call(this);r?.call(this,a),this.requestUpdate(t,n,s)},configurable:!0,enumerable:!0}}static getPropertyOptions(t){return this.elementProperties.get(t)??Po}static _$Ei(){if(this.hasOwnProperty(Tt("elementProperties")))return;let t=pa(this);t.finalize(),t.l!==void 0&&(this.l=[...t.l]),this.elementProperties=new Map(t.elementProperties)}static finalize(){if(this.hasOwnProperty(Tt("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(Tt("properties"))){let i=this.properties,s=[...ma(i),...fa(i)];for(let o of s)this.createProperty(o,i[o])}let t=this[Symbol.metadata];if(t!==null){let i=litPropertyMetadata.get(t);if(i!==void 0)for(let[s,o]of i)this.elementProperties.set(s,o)}this._$Eh=new Map;for(let[i,s]of this.elementProperties){let o=this._$Eu(i,s);o!==void 0&&this._$Eh.set(o,i)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(t){let i=[];if(Array.isArray(t)){let s=new Set(t.flat(1/0).reverse());for(let o of s)i.unshift(li(o))}else t!==void 0&&i.push(li(t));return i}static _$Eu(t,i){let s=i.attribute;return s===!1?void 0:typeof s=="string"?s:typeof t=="string"?t.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(t=>this.enableUpdating=t),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(t=>t(this))}addController(t){(this._$EO??=new Set).add(t),this.renderRoot!==void 0&&this.isConnected&&t.hostConnected?.()}removeController(t){this._$EO?.delete(t)}_$E_(){let t=new Map,i=this.constructor.elementProperties;for(let s of i.keys())this.hasOwnProperty(s)&&(t.set(s,this[s]),delete this[s]);t.size>0&&(this._$Ep=t)}createRenderRoot(){let t=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return Oo(t,this.constructor.elementStyles),t}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(t=>t.hostConnected?.())}enableUpdating(t){}disconnectedCallback(){this._$EO?.forEach(t=>t.hostDisconnected?.())}attributeChangedCallback(t,i,s){this._$AK(t,s)}_$ET(t,i){let s=this.constructor.elementProperties.get(t),o=this.constructor._$Eu(t,s);if(o!==void 0&&s.reflect===!0){let r=(s.converter?.toAttribute!==void 0?s.converter:St).toAttribute(i,s.type);this._$Em=t,r==null?this.removeAttribute(o):this.setAttribute(o,r),this._$Em=null}}_$AK(t,i){let s=this.constructor,o=s._$Eh.get(t);if(o!==void 0&&this._$Em!==o){let r=s.getPropertyOptions(o),a=typeof r.converter=="function"?{fromAttribute:r.converter}:r.converter?.fromAttribute!==void 0?r.converter:St;this._$Em=o;let n=a.fromAttribute(i,r.type);this[o]=n??this._$Ej?.get(o)??n,this._$Em=null}}requestUpdate(t,i,s,o=!1,r){if(t!==void 0){let a=this.constructor;if(o===!1&&(r=this[t]),s??=a.getPropertyOptions(t),!((s.hasChanged??ss)(r,i)||s.useDefault&&s.reflect&&r===this._$Ej?.get(t)&&!this.hasAttribute(a._$Eu(t,s))))return;this.C(t,i,s)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(t,i,{useDefault:s,reflect:o,wrapped:r},a){s&&!(this._$Ej??=new Map).has(t)&&(this._$Ej.set(t,a??i??this[t]),r!==!0||a!==void 0)||(this._$AL.has(t)||(this.hasUpdated||s||(i=void 0),this._$AL.set(t,i)),o===!0&&this._$Em!==t&&(this._$Eq??=new Set).add(t))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(i){Promise.reject(i)}let t=this.scheduleUpdate();return t!=null&&await t,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[o,r]of this._$Ep)this[o]=r;this._$Ep=void 0}let s=this.constructor.elementProperties;if(s.size>0)for(let[o,r]of s){let{wrapped:a}=r,n=this[o];a!==!0||this._$AL.has(o)||n===void 0||this.C(o,void 0,r,n)}}let t=!1,i=this._$AL;try{t=this.shouldUpdate(i),t?(this.willUpdate(i),this._$EO?.forEach(s=>s.hostUpdate?.()),this.update(i)):this._$EM()}catch(s){throw t=!1,this._$EM(),s}t&&this._$AE(i)}willUpdate(t){}_$AE(t){this._$EO?.forEach(i=>i.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(t)),this.updated(t)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(t){return!0}update(t){this._$Eq&&=this._$Eq.forEach(i=>this._$ET(i,this[i])),this._$EM()}updated(t){}firstUpdated(t){}};xe.elementStyles=[],xe.shadowRootOptions={mode:"open"},xe[Tt("elementProperties")]=new Map,xe[Tt("finalized")]=new Map,ua?.({ReactiveElement:xe}),(ts.reactiveElementVersions??=[]).push("2.1.2");var ci=globalThis,No=e=>e,is=ci.trustedTypes,Bo=is?is.createPolicy("lit-html",{createHTML:e=>e}):void 0,di="$lit$",He=`lit$${Math.random().toFixed(9).slice(2)}$`,mi="?"+He,ga=`<${mi}>`,Xe=document,At=()=>Xe.createComment(""),Vt=e=>e===null||typeof e!="object"&&typeof e!="function",fi=Array.isArray,Zo=e=>fi(e)||typeof e?.[Symbol.iterator]=="function",hi=`[ 	
\f\r]`,Ct=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,Ro=/-->/g,Uo=/>/g,Ye=RegExp(`>|${hi}(?:([^\\s"'>=/]+)(${hi}*=${hi}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),Fo=/'/g,qo=/"/g,Go=/^(?:script|style|textarea|title)$/i,pi=e=>(t,...i)=>({_$litType$:e,strings:t,values:i}),p=pi(1),T=pi(2),Ml=pi(3),de=Symbol.for("lit-noChange"),X=Symbol.for("lit-nothing"),Wo=new WeakMap,Qe=Xe.createTreeWalker(Xe,129);function Jo(e,t){if(!fi(e)||!e.hasOwnProperty("raw"))throw Error("invalid template strings array");return Bo!==void 0?Bo.createHTML(t):t}var Ko=(e,t)=>{let i=e.length-1,s=[],o,r=t===2?"<svg>":t===3?"<math>":"",a=Ct;for(let n=0;n<i;n++){let h=e[n],m,d,c=-1,b=0;for(;b<h.length&&(a.lastIndex=b,d=a.exec(h),d!==null);)b=a.lastIndex,a===Ct?d[1]==="!--"?a=Ro:d[1]!==void 0?a=Uo:d[2]!==void 0?(Go.test(d[2])&&(o=RegExp("</"+d[2],"g")),a=Ye):d[3]!==void 0&&(a=Ye):a===Ye?d[0]===">"?(a=o??Ct,c=-1):d[1]===void 0?c=-2:(c=a.lastIndex-d[2].length,m=d[1],a=d[3]===void 0?Ye:d[3]==='"'?qo:Fo):a===qo||a===Fo?a=Ye:a===Ro||a===Uo?a=Ct:(a=Ye,o=void 0);let _=a===Ye&&e[n+1].startsWith("/>")?" ":"";r+=a===Ct?h+ga:c>=0?(s.push(m),h.slice(0,c)+di+h.slice(c)+He+_):h+He+(c===-2?n:_)}return[Jo(e,r+(e[i]||"<?>")+(t===2?"</svg>":t===3?"</math>":"")),s]},jt=class e{constructor({strings:t,_$litType$:i},s){let o;this.parts=[];let r=0,a=0,n=t.length-1,h=this.parts,[m,d]=Ko(t,i);if(this.el=e.createElement(m,s),Qe.currentNode=this.el.content,i===2||i===3){let c=this.el.content.firstChild;c.replaceWith(...c.childNodes)}for(;(o=Qe.nextNode())!==null&&h.length<n;){if(o.nodeType===1){if(o.hasAttributes())for(let c of o.getAttributeNames())if(c.endsWith(di)){let b=d[a++],_=o.getAttribute(c).split(He),z=/([.?@])?(.*)/.exec(b);h.push({type:1,index:r,name:z[2],strings:_,ctor:z[1]==="."?rs:z[1]==="?"?as:z[1]==="@"?ns:tt}),o.removeAttribute(c)}else c.startsWith(He)&&(h.push({type:6,index:r}),o.removeAttribute(c));if(Go.test(o.tagName)){let c=o.textContent.split(He),b=c.length-1;if(b>0){o.textContent=is?is.emptyScript:"";for(let _=0;_<b;_++)o.append(c[_],At()),Qe.nextNode(),h.push({type:2,index:++r});o.append(c[b],At())}}}else if(o.nodeType===8)if(o.data===mi)h.push({type:2,index:r});else{let c=-1;for(;(c=o.data.indexOf(He,c+1))!==-1;)h.push({type:7,index:r}),c+=He.length-1}r++}}static createElement(t,i){let s=Xe.createElement("template");return s.innerHTML=t,s}};function et(e,t,i=e,s){if(t===de)return t;let o=s!==void 0?i._$Co?.[s]:i._$Cl,r=Vt(t)?void 0:t._$litDirective$;return o?.constructor!==r&&(o?._$AO?.(!1),r===void 0?o=void 0:(o=new r(e),o._$AT(e,i,s)),s!==void 0?(i._$Co??=[])[s]=o:i._$Cl=o),o!==void 0&&(t=et(e,o._$AS(e,t.values),o,s)),t}var os=class{constructor(t,i){this._$AV=[],this._$AN=void 0,this._$AD=t,this._$AM=i}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(t){let{el:{content:i},parts:s}=this._$AD,o=(t?.creationScope??Xe).importNode(i,!0);Qe.currentNode=o;let r=Qe.nextNode(),a=0,n=0,h=s[0];for(;h!==void 0;){if(a===h.index){let m;h.type===2?m=new ct(r,r.nextSibling,this,t):h.type===1?m=new h.ctor(r,h.name,h.strings,this,t):h.type===6&&(m=new ls(r,this,t)),this._$AV.push(m),h=s[++n]}a!==h?.index&&(r=Qe.nextNode(),a++)}return Qe.currentNode=Xe,o}p(t){let i=0;for(let s of this._$AV)s!==void 0&&(s.strings!==void 0?(s._$AI(t,s,i),i+=s.strings.length-2):s._$AI(t[i])),i++}},ct=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(t,i,s,o){this.type=2,this._$AH=X,this._$AN=void 0,this._$AA=t,this._$AB=i,this._$AM=s,this.options=o,this._$Cv=o?.isConnected??!0}get parentNode(){let t=this._$AA.parentNode,i=this._$AM;return i!==void 0&&t?.nodeType===11&&(t=i.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(t,i=this){t=et(this,t,i),Vt(t)?t===X||t==null||t===""?(this._$AH!==X&&this._$AR(),this._$AH=X):t!==this._$AH&&t!==de&&this._(t):t._$litType$!==void 0?this.$(t):t.nodeType!==void 0?this.T(t):Zo(t)?this.k(t):this._(t)}O(t){return this._$AA.parentNode.insertBefore(t,this._$AB)}T(t){this._$AH!==t&&(this._$AR(),this._$AH=this.O(t))}_(t){this._$AH!==X&&Vt(this._$AH)?this._$AA.nextSibling.data=t:this.T(Xe.createTextNode(t)),this._$AH=t}$(t){let{values:i,_$litType$:s}=t,o=typeof s=="number"?this._$AC(t):(s.el===void 0&&(s.el=jt.createElement(Jo(s.h,s.h[0]),this.options)),s);if(this._$AH?._$AD===o)this._$AH.p(i);else{let r=new os(o,this),a=r.u(this.options);r.p(i),this.T(a),this._$AH=r}}_$AC(t){let i=Wo.get(t.strings);return i===void 0&&Wo.set(t.strings,i=new jt(t)),i}k(t){fi(this._$AH)||(this._$AH=[],this._$AR());let i=this._$AH,s,o=0;for(let r of t)o===i.length?i.push(s=new e(this.O(At()),this.O(At()),this,this.options)):s=i[o],s._$AI(r),o++;o<i.length&&(this._$AR(s&&s._$AB.nextSibling,o),i.length=o)}_$AR(t=this._$AA.nextSibling,i){for(this._$AP?.(!1,!0,i);t!==this._$AB;){let s=No(t).nextSibling;No(t).remove(),t=s}}setConnected(t){this._$AM===void 0&&(this._$Cv=t,this._$AP?.(t))}},tt=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(t,i,s,o,r){this.type=1,this._$AH=X,this._$AN=void 0,this.element=t,this.name=i,this._$AM=o,this.options=r,s.length>2||s[0]!==""||s[1]!==""?(this._$AH=Array(s.length-1).fill(new String),this.strings=s):this._$AH=X}_$AI(t,i=this,s,o){let r=this.strings,a=!1;if(r===void 0)t=et(this,t,i,0),a=!Vt(t)||t!==this._$AH&&t!==de,a&&(this._$AH=t);else{let n=t,h,m;for(t=r[0],h=0;h<r.length-1;h++)m=et(this,n[s+h],i,h),m===de&&(m=this._$AH[h]),a||=!Vt(m)||m!==this._$AH[h],m===X?t=X:t!==X&&(t+=(m??"")+r[h+1]),this._$AH[h]=m}a&&!o&&this.j(t)}j(t){t===X?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,t??"")}},rs=class extends tt{constructor(){super(...arguments),this.type=3}j(t){this.element[this.name]=t===X?void 0:t}},as=class extends tt{constructor(){super(...arguments),this.type=4}j(t){this.element.toggleAttribute(this.name,!!t&&t!==X)}},ns=class extends tt{constructor(t,i,s,o,r){super(t,i,s,o,r),this.type=5}_$AI(t,i=this){if((t=et(this,t,i,0)??X)===de)return;let s=this._$AH,o=t===X&&s!==X||t.capture!==s.capture||t.once!==s.once||t.passive!==s.passive,r=t!==X&&(s===X||o);o&&this.element.removeEventListener(this.name,this,s),r&&this.element.addEventListener(this.name,this,t),this._$AH=t}handleEvent(t){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)}},ls=class{constructor(t,i,s){this.element=t,this.type=6,this._$AN=void 0,this._$AM=i,this.options=s}get _$AU(){return this._$AM._$AU}_$AI(t){et(this,t)}},Yo={M:di,P:He,A:mi,C:1,L:Ko,R:os,D:Zo,V:et,I:ct,H:tt,N:as,U:ns,B:rs,F:ls},ba=ci.litHtmlPolyfillSupport;ba?.(jt,ct),(ci.litHtmlVersions??=[]).push("3.3.3");var Qo=(e,t,i)=>{let s=i?.renderBefore??t,o=s._$litPart$;if(o===void 0){let r=i?.renderBefore??null;s._$litPart$=o=new ct(t.insertBefore(At(),r),r,void 0,i??{})}return o._$AI(e),o};var vi=globalThis,q=class extends xe{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let t=super.createRenderRoot();return this.renderOptions.renderBefore??=t.firstChild,t}update(t){let i=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(t),this._$Do=Qo(i,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return de}};q._$litElement$=!0,q.finalized=!0,vi.litElementHydrateSupport?.({LitElement:q});var za=vi.litElementPolyfillSupport;za?.({LitElement:q});(vi.litElementVersions??=[]).push("4.2.2");var se=e=>(t,i)=>{i!==void 0?i.addInitializer(()=>{customElements.define(e,t)}):customElements.define(e,t)};var _a={attribute:!0,type:String,converter:St,reflect:!1,hasChanged:ss},ya=(e=_a,t,i)=>{let{kind:s,metadata:o}=i,r=globalThis.litPropertyMetadata.get(o);if(r===void 0&&globalThis.litPropertyMetadata.set(o,r=new Map),s==="setter"&&((e=Object.create(e)).wrapped=!0),r.set(i.name,e),s==="accessor"){let{name:a}=i;return{set(n){let h=t.get.call(this);t.set.call(this,n),this.requestUpdate(a,h,e,!0,n)},init(n){return n!==void 0&&this.C(a,void 0,e,n),n}}}if(s==="setter"){let{name:a}=i;return function(n){let h=this[a];t.call(this,n),this.requestUpdate(a,h,e,!0,n)}}throw Error("Unsupported decorator location: "+s)};function H(e){return(t,i)=>typeof i=="object"?ya(e,t,i):((s,o,r)=>{let a=o.hasOwnProperty(r);return o.constructor.createProperty(r,s),a?Object.getOwnPropertyDescriptor(o,r):void 0})(e,t,i)}var wa=function(e,t,i,s,o,r){function a(x){if(x!==void 0&&typeof x!="function")throw new TypeError("Function expected");return x}for(var n=s.kind,h=n==="getter"?"get":n==="setter"?"set":"value",m=!t&&e?s.static?e:e.prototype:null,d=t||(m?Object.getOwnPropertyDescriptor(m,s.name):{}),c,b=!1,_=i.length-1;_>=0;_--){var z={};for(var g in s)z[g]=g==="access"?{}:s[g];for(var g in s.access)z.access[g]=s.access[g];z.addInitializer=function(x){if(b)throw new TypeError("Cannot add initializers after decoration has completed");r.push(a(x||null))};var u=(0,i[_])(n==="accessor"?{get:d.get,set:d.set}:d[h],z);if(n==="accessor"){if(u===void 0)continue;if(u===null||typeof u!="object")throw new TypeError("Object expected");(c=a(u.get))&&(d.get=c),(c=a(u.set))&&(d.set=c),(c=a(u.init))&&o.unshift(c)}else(c=a(u))&&(n==="field"?o.unshift(c):d[h]=c)}m&&Object.defineProperty(m,s.name,d),b=!0},Ma=function(e,t,i){for(var s=arguments.length>2,o=0;o<t.length;o++)i=s?t[o].call(e,i):t[o].call(e);return s?i:void 0},ui=(()=>{let e=[se("discord-action-row")],t,i=[],s,o=q;var r=class extends o{static{s=this}static{let a=typeof Symbol=="function"&&Symbol.metadata?Object.create(o[Symbol.metadata]??null):void 0;wa(null,t={value:s},e,{kind:"class",name:s.name,metadata:a},null,i),r=s=t.value,a&&Object.defineProperty(s,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:a})}static styles=te`
		:host {
			display: flex;
			flex-wrap: wrap;
		}
	`;render(){return p`<slot></slot>`}static{Ma(s,i)}};return r=s})();var qe=class extends Event{constructor(t,i,s,o){super("context-request",{bubbles:!0,composed:!0}),this.context=t,this.contextTarget=i,this.callback=s,this.subscribe=o??!1}};var dt=class{constructor(t,i,s,o){if(this.subscribe=!1,this.provided=!1,this.value=void 0,this.t=(r,a)=>{this.unsubscribe&&(this.unsubscribe!==a&&(this.provided=!1,this.unsubscribe()),this.subscribe||this.unsubscribe()),this.value=r,this.host.requestUpdate(),this.provided&&!this.subscribe||(this.provided=!0,this.callback&&this.callback(r,a)),this.unsubscribe=a},this.host=t,i.context!==void 0){let r=i;this.context=r.context,this.callback=r.callback,this.subscribe=r.subscribe??!1}else this.context=i,this.callback=s,this.subscribe=o??!1;this.host.addController(this)}hostConnected(){this.dispatchRequest()}hostDisconnected(){this.unsubscribe&&(this.unsubscribe(),this.unsubscribe=void 0)}dispatchRequest(){this.host.dispatchEvent(new qe(this.context,this.host,this.t,this.subscribe))}};var cs=class{get value(){return this.o}set value(t){this.setValue(t)}setValue(t,i=!1){let s=i||!Object.is(t,this.o);this.o=t,s&&this.updateObservers()}constructor(t){this.subscriptions=new Map,this.updateObservers=()=>{for(let[i,{disposer:s}]of this.subscriptions)i(this.o,s)},t!==void 0&&(this.value=t)}addCallback(t,i,s){if(!s)return void t(this.value);this.subscriptions.has(t)||this.subscriptions.set(t,{disposer:()=>{this.subscriptions.delete(t)},consumerHost:i});let{disposer:o}=this.subscriptions.get(t);t(this.value,o)}clearCallbacks(){this.subscriptions.clear()}};var gi=class extends Event{constructor(t,i){super("context-provider",{bubbles:!0,composed:!0}),this.context=t,this.contextTarget=i}},mt=class extends cs{constructor(t,i,s){super(i.context!==void 0?i.initialValue:s),this.onContextRequest=o=>{if(o.context!==this.context)return;let r=o.contextTarget??o.composedPath()[0];r!==this.host&&(o.stopPropagation(),this.addCallback(o.callback,r,o.subscribe))},this.onProviderRequest=o=>{if(o.context!==this.context||(o.contextTarget??o.composedPath()[0])===this.host)return;let r=new Set;for(let[a,{consumerHost:n}]of this.subscriptions)r.has(a)||(r.add(a),n.dispatchEvent(new qe(this.context,n,a,!0)));o.stopPropagation()},this.host=t,i.context!==void 0?this.context=i.context:this.context=i,this.attachListeners(),this.host.addController?.(this)}attachListeners(){this.host.addEventListener("context-request",this.onContextRequest),this.host.addEventListener("context-provider",this.onProviderRequest)}hostConnected(){this.host.dispatchEvent(new gi(this.context,this.host))}};function Dt({context:e}){return(t,i)=>{let s=new WeakMap;if(typeof i=="object")return{get(){return t.get.call(this)},set(o){return s.get(this).setValue(o),t.set.call(this,o)},init(o){return s.set(this,new mt(this,{context:e,initialValue:o})),o}};{t.constructor.addInitializer((a=>{s.set(a,new mt(a,{context:e}))}));let o=Object.getOwnPropertyDescriptor(t,i),r;if(o===void 0){let a=new WeakMap;r={get(){return a.get(this)},set(n){s.get(this).setValue(n),a.set(this,n)},configurable:!0,enumerable:!0}}else{let a=o.set;r={...o,set(n){s.get(this).setValue(n),a?.call(this,n)}}}return void Object.defineProperty(t,i,r)}}}function oe({context:e,subscribe:t}){return(i,s)=>{typeof s=="object"?s.addInitializer((function(){new dt(this,{context:e,callback:o=>{i.set.call(this,o)},subscribe:t})})):i.constructor.addInitializer((o=>{new dt(o,{context:e,callback:r=>{o[s]=r},subscribe:t})}))}}function O(e,t,i){return e?t(e):i?.(e)}var{I:Nh}=Yo;var Xo=e=>e.strings===void 0;var ds={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},st=e=>(...t)=>({_$litDirective$:e,values:t}),We=class{constructor(t){}get _$AU(){return this._$AM._$AU}_$AT(t,i,s){this._$Ct=t,this._$AM=i,this._$Ci=s}_$AS(t,i){return this.update(t,i)}update(t,i){return this.render(...i)}};var It=(e,t)=>{let i=e._$AN;if(i===void 0)return!1;for(let s of i)s._$AO?.(t,!1),It(s,t);return!0},ms=e=>{let t,i;do{if((t=e._$AM)===void 0)break;i=t._$AN,i.delete(e),e=t}while(i?.size===0)},er=e=>{for(let t;t=e._$AM;e=t){let i=t._$AN;if(i===void 0)t._$AN=i=new Set;else if(i.has(e))break;i.add(e),ka(t)}};function Ha(e){this._$AN!==void 0?(ms(this),this._$AM=e,er(this)):this._$AM=e}function $a(e,t=!1,i=0){let s=this._$AH,o=this._$AN;if(o!==void 0&&o.size!==0)if(t)if(Array.isArray(s))for(let r=i;r<s.length;r++)It(s[r],!1),ms(s[r]);else s!=null&&(It(s,!1),ms(s));else It(this,e)}var ka=e=>{e.type==ds.CHILD&&(e._$AP??=$a,e._$AQ??=Ha)},fs=class extends We{constructor(){super(...arguments),this._$AN=void 0}_$AT(t,i,s){super._$AT(t,i,s),er(this),this.isConnected=t._$AU}_$AO(t,i=!0){t!==this.isConnected&&(this.isConnected=t,t?this.reconnected?.():this.disconnected?.()),i&&(It(this,t),ms(this))}setValue(t){if(Xo(this._$Ct))this._$Ct._$AI(t,this);else{let i=[...this._$Ct._$AH];i[this._$Ci]=t,this._$Ct._$AI(i,this,0)}}disconnected(){}reconnected(){}};var bi=class extends fs{host;element;prevData={};eventData={};render(t){return X}update(t,[i]){this.element!==t.element&&(this.element=t.element),this.host=t.options?.host??this.element,this.apply(i),this.groom(i),this.prevData={...i}}apply(t){if(!t)return;let{prevData:i,element:s}=this;for(let[o,r]of Object.entries(t)){if(r===i[o])continue;let a=o.slice(1);switch(o[0]){case"@":this.eventData[a]=r,this.applyEvent(a,r);break;case".":s[a]=r;break;case"?":r?s.setAttribute(a,""):s.removeAttribute(a);break;default:r===null?s.removeAttribute(o):s.setAttribute(o,String(r));break}}}groom(t){let{prevData:i,element:s}=this;if(i)for(let[o,r]of Object.entries(i)){let a=o.slice(1);if(!t||!(o in t)&&s[a]===r)switch(o[0]){case"@":this.groomEvent(a,r);break;case".":s[a]=void 0;break;case"?":s.removeAttribute(a);break;default:s.removeAttribute(o);break}}}applyEvent(t,i){let{prevData:s,element:o}=this;this.eventData[t]=i,s[t]&&o.removeEventListener(t,this,i),o.addEventListener(t,this,i)}groomEvent(t,i){let{element:s}=this;Reflect.deleteProperty(this.eventData,t),s.removeEventListener(t,this,i)}handleEvent(t){let i=this.eventData[t.type];typeof i=="function"?i.call(this.host,t):i.handleEvent(t)}disconnected(){let{eventData:t,element:i}=this;for(let[s,o]of Object.entries(t)){let r=s.slice(1);i.removeEventListener(r,this,o)}}reconnected(){let{eventData:t,element:i}=this;for(let[s,o]of Object.entries(t)){let r=s.slice(1);i.addEventListener(r,this,o)}}},S=st(bi);var Ea=T`
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
`;function ps(e={}){return p`<svg
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
`;function vs(e={}){return p`<svg
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
`;function us(e={}){return p`<svg
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
`;function gs(e={}){return p`<svg
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
`;function bs(e={}){return p`<svg
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
`;function zs(e={}){return p`<svg
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
`;function _s(e={}){return p`<svg
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
`;function ys(e={}){return p`<svg
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
`;function ws(e={}){return p`<svg
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
	</svg>`}var Oa=T`
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
`;function Ms(e={}){return p`<svg
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
	</svg>`}var La=T`
	<path d="M6.125 2.188v-.875h-.438V.875h-.438V.438h-.875v.438h.438v.438h.438v1.75h-.438v.438h-.438v.438H2.625V3.5h-.437v-.437H1.75v-1.75h.438V.875h.438V.438H1.75v.438h-.437v.438H.875v.875H.438v2.625h.438v.875h.438v.438h.875v.438h2.625v-.438h.875v-.438h.438v-.875h.438V2.188z" fill="#b79cf8"/>
	<path d="M2.625 0H1.75v.438h.875zM.875 1.313H.438v.875h.438zm1.313 0H1.75v1.75h.438zm2.188 2.188H2.625v.438h1.75z" fill="#000"/>
	<path d="M4.375 3.938h-1.75v.438h1.75z" fill="#f0f0f0"/>
	<path d="M.438 2.188H0v2.625h.438zm4.375 4.375H2.188v.438h2.625z" fill="#000"/>
	<path d="M.875 4.375H.438v.438h.438zm4.813.875h-.875v.438H2.188V5.25h-.875v-.438H.875v.875h.438v.438h.875v.438h2.625v-.438h.875v-.438h.438v-.875h-.438zm.875-.875h-.438v.438h.438z" fill="#816bee"/>
	<path d="M1.75.438h-.437v.438h.438zm-.437.437H.875v.438h.438z" fill="#000"/>
	<path d="M2.625.438H1.75v.438h.875zM1.75.875h-.437v.438h.438zm-.437.438H.875v.438h.438zm-.438.875H.438v.438h.438zm.438.438H.875v.438h.438zm.875.438H1.75v.438h.438zm.438.438h-.438v.438h.438zm2.625-.438h-.438v.438h.438zM4.813.439h-.438v.438h.438zm0 3.063h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.063.438h-.438v.438h.438zm-.438.437h-.437v.438h.438zm0 2.188h-.437v.438h.438zm-1.75 1.75H.438v.875h.438zm.438.875H.875v.438h.438zM5.251 0h-.875v.438h.875zm.438 6.125h-.875v.438h.875zm-3.5 0h-.876v.438h.875zm4.374-4.812h-.438v.875h.438zm-1.313 0h-.438v1.75h.438zM7 2.188h-.438v2.625H7zM5.687.438h-.438v.438h.438zm.438.438h-.438v.438h.438zM4.375.438h-.437v.438h.438zm.438.438h-.438v.438h.438zm0 2.188h-.438v.438h.438zm1.75 1.75h-.438v.875h.438zm-.438.875h-.438v.438h.438z" fill="#000"/>
	<path d="M2.188.875H1.75v.438h.438z" fill="#b79cf8"/>
`;function xs(e={}){return p`<svg
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
`;function Hs(e={}){return p`<svg
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
	</svg>`}var Na=T`
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
`;function $s(e={}){return p`<svg
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
`;function ks(e={}){return p`<svg
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
	</svg>`}var Ra=T`
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
`;function Es(e={}){return p`<svg
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
	</svg>`}var Ua=T`
	<path d="M5.688 1.313V.875h-.875v.438h-.438V.875h-.437V.438h-.875v.438h-.438v.438h-.437V.875h-.875v.438H.875v1.75h.875v.438h.438v-.438h2.625v.438h.438v-.438h.875v-1.75z" fill="#d1cdd5"/>
	<path d="M6.125 3.938V3.5h-1.75v-.437h-1.75v.438H.875v.438H.438v1.313h.438v.438h1.75v.438h.438v.438h.875v-.438h.438V5.69h1.75v-.438h.438V3.938z" fill="#57595f"/>
	<path d="M3.938 0h-.875v.438h.875zm-.875.438h-.438v.438h.438zm1.313 0h-.438v.438h.438zm1.313 0h-.875v.438h.875zm.438.438h-.438v.438h.438zm-1.313 0h-.438v.438h.438zM2.625.875h-.437v.438h.438zM2.188.438h-.875v.438h.875zm-1.313.875H.438v1.75h.438zm.438-.438H.875v.438h.438zM.875 3.5H.438v.438h.438zm-.437.438H0v1.313h.438zm.438 1.313H.438v.438h.438zm1.75.438H.875v.438h1.75zm.438.438h-.439v.438h.438zm.875.438h-.876v.438h.875zm.438-.438h-.439v.438h.438zm1.75-.438h-1.75v.438h1.75zm.438-.438h-.438v.438h.438zm.438-1.313h-.438v1.313h.438zM6.565 3.5h-.438v.438h.438zm0-2.188h-.438v1.75h.438zM2.188 3.5H1.75v.438h.438zm.438-.438h-.438V3.5h.438zm1.75-.438H2.625v.438h1.75zm.438.438h-.438V3.5h.438zm.438.438h-.438v.438h.438zm.438-.438h-.438V3.5h.875v-.437zm-4.377.001H.875v.438h.875v-.438z" fill="#000"/>
	<path d="M.875 4.813H.438v.438h.438zm.438.438H.875v.438h.438zm1.75.438h-.438v.438h.438zm1.313 0h-.438v.438h.438zm-.438.438h-.875v.438h.875zm2.188-.875h-.438v.438h.438zm.438-1.313h-.438v1.313h.438z" fill="#35363a"/>
	<path d="M1.313 2.625H.875v.438h.438zm.875.438H1.75v.438h.438zm3.063 0h-.438v.438h.438zm-2.626-.438h-.437v.438h.438zm2.188 0h-.438v.438h.438z" fill="#847d8b"/>
	<path d="M5.25 3.063h-.438v.438h.438zm-.875-.875h-1.75v.438h1.75zm1.75-.438h-.438v1.313h.438z" fill="#847d8b"/>
	<path d="M1.75 1.75h-.437v.438h.438zm-.437-.437H.875v.438h.438zm.875-.438h-.875v.438h.875zm.875 0h-.438v.438h.438zm.875-.438h-.875v.438h.875zm.438.438h-.438v.438h.438zm1.313 0h-.875v.438h.875zm.438.438h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M.875 3.938H.438v.438h.438zm.438-.438H.875v.438h.438zm1.313 0h-.438v.438h.438zm1.75-.438H2.625V3.5h1.75zm.875.875h-.438v.438h.438zm.875-.438h-.875v.438h.875z" fill="#d8d8d8"/>
`;function Ts(e={}){return p`<svg
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
	</svg>`}var Fa=T`
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
`;function Ss(e={}){return p`<svg
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
	</svg>`}var qa=T`
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
`;function Cs(e={}){return p`<svg
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
`;function As(e={}){return p`<svg
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
`;function Vs(e={}){return p`<svg
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
`;function js(e={}){return p`<svg
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
	</svg>`}var Ja=globalThis.$discordMessage??{};function it(){return Ja}var zi={blue:"https://cdn.discordapp.com/embed/avatars/0.png",gray:"https://cdn.discordapp.com/embed/avatars/1.png",green:"https://cdn.discordapp.com/embed/avatars/2.png",orange:"https://cdn.discordapp.com/embed/avatars/3.png",red:"https://cdn.discordapp.com/embed/avatars/4.png",pink:"https://cdn.discordapp.com/embed/avatars/5.png"},_i=it().avatars??{},Ds=Object.assign(zi,_i,{default:zi[_i.default]??_i.default??zi.blue}),tr=it().profiles??{},sr=it().defaultTheme==="light"?"light":"dark",ir=it().defaultMode==="compact"?"compact":"cozy",or=it().defaultBackground==="none"?"none":"discord",rr=new Map([["heart",zs()],["crystal",ps()],["diamond",vs()],["explosion",us()],["flame",gs()],["flower",bs()],["key",_s()],["leaf",ys()],["lightning",ws()],["magic",Ms()],["moon",xs()],["mushroom",Hs()],["mythical",$s()],["ornament",ks()],["plasma",Es()],["rock",Ts()],["shell",Ss()],["skull",Cs()],["sun",As()],["sword",Vs()],["water",js()]]);var Ka=T`
	<path
		fill="currentColor"
		d="M18.91 12.98a5.45 5.45 0 0 1 2.18 6.2c-.1.33-.09.68.1.96l.83 1.32a1 1 0 0 1-.84 1.54h-5.5A5.6 5.6 0 0 1 10 17.5a5.6 5.6 0 0 1 5.68-5.5c1.2 0 2.32.36 3.23.98Z"
	/>
	<path
		fill="currentColor"
		d="M19.24 10.86c.32.16.72-.02.74-.38L20 10c0-4.42-4.03-8-9-8s-9 3.58-9 8c0 1.5.47 2.91 1.28 4.11.14.21.12.49-.06.67l-1.51 1.51A1 1 0 0 0 2.4 18h5.1a.5.5 0 0 0 .49-.5c0-4.2 3.5-7.5 7.68-7.5 1.28 0 2.5.3 3.56.86Z"
	/>
`;function yi(e={}){return p`<svg
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
`;function wi(e={}){return p`<svg
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
`;function Mi(e={}){return p`<svg
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
`;function xi(e={}){return p`<svg
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
`;function Hi(e={}){return p`<svg
		${S(e)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${en}
	</svg>`}var ft=function(e,t,i,s,o,r){function a(x){if(x!==void 0&&typeof x!="function")throw new TypeError("Function expected");return x}for(var n=s.kind,h=n==="getter"?"get":n==="setter"?"set":"value",m=!t&&e?s.static?e:e.prototype:null,d=t||(m?Object.getOwnPropertyDescriptor(m,s.name):{}),c,b=!1,_=i.length-1;_>=0;_--){var z={};for(var g in s)z[g]=g==="access"?{}:s[g];for(var g in s.access)z.access[g]=s.access[g];z.addInitializer=function(x){if(b)throw new TypeError("Cannot add initializers after decoration has completed");r.push(a(x||null))};var u=(0,i[_])(n==="accessor"?{get:d.get,set:d.set}:d[h],z);if(n==="accessor"){if(u===void 0)continue;if(u===null||typeof u!="object")throw new TypeError("Object expected");(c=a(u.get))&&(d.get=c),(c=a(u.set))&&(d.set=c),(c=a(u.init))&&o.unshift(c)}else(c=a(u))&&(n==="field"?o.unshift(c):d[h]=c)}m&&Object.defineProperty(m,s.name,d),b=!0},ve=function(e,t,i){for(var s=arguments.length>2,o=0;o<t.length;o++)i=s?t[o].call(e,i):t[o].call(e);return s?i:void 0},$e="light-theme",ot="compact-mode",$i="no-background",ki=(()=>{let e=[se("discord-messages")],t,i=[],s,o=q,r,a=[],n=[],h,m=[],d=[],c,b=[],_=[],z,g=[],u=[],x,I=[],D=[];var W=class extends o{static{s=this}static{let E=typeof Symbol=="function"&&Symbol.metadata?Object.create(o[Symbol.metadata]??null):void 0;r=[Dt({context:$e}),H({type:Boolean,reflect:!0,attribute:"light-theme"})],h=[Dt({context:$i}),H({type:Boolean,reflect:!0,attribute:"no-background"})],c=[Dt({context:ot}),H({type:Boolean,reflect:!0,attribute:"compact-mode"})],z=[H({reflect:!0,attribute:"channel-type"})],x=[H({reflect:!0,attribute:"channel-name"})],ft(this,null,r,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:k=>"lightTheme"in k,get:k=>k.lightTheme,set:(k,B)=>{k.lightTheme=B}},metadata:E},a,n),ft(this,null,h,{kind:"accessor",name:"noBackground",static:!1,private:!1,access:{has:k=>"noBackground"in k,get:k=>k.noBackground,set:(k,B)=>{k.noBackground=B}},metadata:E},m,d),ft(this,null,c,{kind:"accessor",name:"compactMode",static:!1,private:!1,access:{has:k=>"compactMode"in k,get:k=>k.compactMode,set:(k,B)=>{k.compactMode=B}},metadata:E},b,_),ft(this,null,z,{kind:"accessor",name:"channelType",static:!1,private:!1,access:{has:k=>"channelType"in k,get:k=>k.channelType,set:(k,B)=>{k.channelType=B}},metadata:E},g,u),ft(this,null,x,{kind:"accessor",name:"channelName",static:!1,private:!1,access:{has:k=>"channelName"in k,get:k=>k.channelName,set:(k,B)=>{k.channelName=B}},metadata:E},I,D),ft(null,t={value:s},e,{kind:"class",name:s.name,metadata:E},null,i),W=s=t.value,E&&Object.defineProperty(s,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:E})}static styles=te`
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
	`;#e=ve(this,a,!1);get lightTheme(){return this.#e}set lightTheme(E){this.#e=E}#t=(ve(this,n),ve(this,m,!1));get noBackground(){return this.#t}set noBackground(E){this.#t=E}#s=(ve(this,d),ve(this,b,!1));get compactMode(){return this.#s}set compactMode(E){this.#s=E}#i=(ve(this,_),ve(this,g,void 0));get channelType(){return this.#i}set channelType(E){this.#i=E}#o=(ve(this,u),ve(this,I,void 0));get channelName(){return this.#o}set channelName(E){this.#o=E}connectedCallback(){super.connectedCallback(),(this.lightTheme||sr==="light"&&this.lightTheme)&&(this.lightTheme=!0),(this.compactMode||ir==="compact"&&this.compactMode)&&(this.compactMode=!0),(this.noBackground||or==="none"&&this.noBackground)&&(this.noBackground=!0)}render(){let E;switch(this.channelType){case"text":E=p`${wi()}`;break;case"voice":E=p`${Hi()}`;break;case"locked":E=p`${xi()}`;break;case"thread":E=p`${Mi()}`;break;case"forum":E=p`${yi()}`;break}return p`
			${O(this.channelType&&this.channelName,()=>p`<div class="discord-channel-header">
						<div class="discord-channel-icon">${E}</div>
						<div class="discord-channel-name">${this.channelName}</div>
					</div>`)}
			<slot></slot>
		`}constructor(){super(...arguments),ve(this,D)}static{ve(s,i)}};return W=s})();var tn=T`
	<path d="M7.4,11.17,4,8.62,5,7.26l2,1.53L10.64,4l1.36,1Z" fill="currentColor" />
`;function Ot(e={}){return p`<svg
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
	</svg>`}var Ei=function(e,t,i,s,o,r){function a(x){if(x!==void 0&&typeof x!="function")throw new TypeError("Function expected");return x}for(var n=s.kind,h=n==="getter"?"get":n==="setter"?"set":"value",m=!t&&e?s.static?e:e.prototype:null,d=t||(m?Object.getOwnPropertyDescriptor(m,s.name):{}),c,b=!1,_=i.length-1;_>=0;_--){var z={};for(var g in s)z[g]=g==="access"?{}:s[g];for(var g in s.access)z.access[g]=s.access[g];z.addInitializer=function(x){if(b)throw new TypeError("Cannot add initializers after decoration has completed");r.push(a(x||null))};var u=(0,i[_])(n==="accessor"?{get:d.get,set:d.set}:d[h],z);if(n==="accessor"){if(u===void 0)continue;if(u===null||typeof u!="object")throw new TypeError("Object expected");(c=a(u.get))&&(d.get=c),(c=a(u.set))&&(d.set=c),(c=a(u.init))&&o.unshift(c)}else(c=a(u))&&(n==="field"?o.unshift(c):d[h]=c)}m&&Object.defineProperty(m,s.name,d),b=!0},Lt=function(e,t,i){for(var s=arguments.length>2,o=0;o<t.length;o++)i=s?t[o].call(e,i):t[o].call(e);return s?i:void 0},bc=(()=>{let e=[se("discord-verified-author-tag")],t,i=[],s,o=q,r,a=[],n=[],h,m=[],d=[];var c=class extends o{static{s=this}static{let b=typeof Symbol=="function"&&Symbol.metadata?Object.create(o[Symbol.metadata]??null):void 0;r=[H({type:Boolean})],h=[oe({context:ot}),H({type:Boolean,reflect:!0,attribute:"compact-mode"})],Ei(this,null,r,{kind:"accessor",name:"verified",static:!1,private:!1,access:{has:_=>"verified"in _,get:_=>_.verified,set:(_,z)=>{_.verified=z}},metadata:b},a,n),Ei(this,null,h,{kind:"accessor",name:"compactMode",static:!1,private:!1,access:{has:_=>"compactMode"in _,get:_=>_.compactMode,set:(_,z)=>{_.compactMode=z}},metadata:b},m,d),Ei(null,t={value:s},e,{kind:"class",name:s.name,metadata:b},null,i),c=s=t.value,b&&Object.defineProperty(s,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:b})}static styles=te`
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
	`;#e=Lt(this,a,!1);get verified(){return this.#e}set verified(b){this.#e=b}#t=(Lt(this,n),Lt(this,m,!1));get compactMode(){return this.#t}set compactMode(b){this.#t=b}render(){return p`${O(this.verified,()=>Ot())}App`}constructor(){super(...arguments),Lt(this,d)}static{Lt(s,i)}};return c=s})();var Z=e=>e??X;var Ti=class extends We{render(t){return de}update(t,[i]){let{style:s}=t.element;for(let[o,r]of Object.entries(i))r?s.setProperty(o,r):s.removeProperty(o);return de}},Pt=st(Ti);var Is=class extends Error{constructor(t){super(t),this.name="DiscordComponentsError"}},sn=new Intl.DateTimeFormat("en-US",{day:"2-digit",month:"2-digit",year:"numeric"}),on=new Intl.DateTimeFormat("en-US",{hour12:!0,hour:"2-digit",minute:"2-digit"}),rn=new Intl.DateTimeFormat("en-US",{hour12:!1,hour:"2-digit",minute:"2-digit"}),an=e=>e instanceof Date?sn.format(e):e,nn=(e,t=!1)=>e instanceof Date?t?rn.format(e):on.format(e):e;function pt(e,t=!1,i=!1){if(!(e instanceof Date)&&typeof e!="string")throw new TypeError("Timestamp prop must be a Date object or a string.");return t?nn(e,i):an(e)}var ln=/(?:<(?<animated>a)?:(?<name>\w{2,32}):)?(?<id>\d{17,21})>?/;function Os(e){let t=it().emojis?.[e];if(t)return t;let i=ln.exec(e);if(i?.groups){let{name:s,id:o,animated:r}=i.groups;return{name:s,url:`https://cdn.discordapp.com/emojis/${o}.${r?"gif":"png"}`}}}function ar(e){if(e)return rr.get(e)??e}var re=function(e,t,i,s,o,r){function a(x){if(x!==void 0&&typeof x!="function")throw new TypeError("Function expected");return x}for(var n=s.kind,h=n==="getter"?"get":n==="setter"?"set":"value",m=!t&&e?s.static?e:e.prototype:null,d=t||(m?Object.getOwnPropertyDescriptor(m,s.name):{}),c,b=!1,_=i.length-1;_>=0;_--){var z={};for(var g in s)z[g]=g==="access"?{}:s[g];for(var g in s.access)z.access[g]=s.access[g];z.addInitializer=function(x){if(b)throw new TypeError("Cannot add initializers after decoration has completed");r.push(a(x||null))};var u=(0,i[_])(n==="accessor"?{get:d.get,set:d.set}:d[h],z);if(n==="accessor"){if(u===void 0)continue;if(u===null||typeof u!="object")throw new TypeError("Object expected");(c=a(u.get))&&(d.get=c),(c=a(u.set))&&(d.set=c),(c=a(u.init))&&o.unshift(c)}else(c=a(u))&&(n==="field"?o.unshift(c):d[h]=c)}m&&Object.defineProperty(m,s.name,d),b=!0},U=function(e,t,i){for(var s=arguments.length>2,o=0;o<t.length;o++)i=s?t[o].call(e,i):t[o].call(e);return s?i:void 0},Si=(()=>{let e=[se("discord-author-info")],t,i=[],s,o=q,r,a=[],n=[],h,m=[],d=[],c,b=[],_=[],z,g=[],u=[],x,I=[],D=[],W,E=[],k=[],B,L=[],V=[],Y,pe=[],_e=[],Ae,Ve=[],je=[],De,Ie=[],Oe=[],Le,Pe=[],Ne=[],Be,Re=[],Ue=[],Fe,A=[],M=[];var P=class extends o{static{s=this}static{let C=typeof Symbol=="function"&&Symbol.metadata?Object.create(o[Symbol.metadata]??null):void 0;r=[H()],h=[H({type:Boolean})],c=[H({type:Boolean})],z=[H({type:Boolean,attribute:"official-app"})],x=[H({type:Boolean})],W=[H({attribute:"role-color"})],B=[H({attribute:"role-icon"})],Y=[H({attribute:"role-name"})],Ae=[H({attribute:"clan-icon"})],De=[H({attribute:"clan-tag"})],Le=[H({type:Boolean})],Be=[oe({context:ot}),H({type:Boolean,reflect:!0,attribute:"compact-mode"})],Fe=[oe({context:$e}),H({type:Boolean,reflect:!0,attribute:"light-theme"})],re(this,null,r,{kind:"accessor",name:"author",static:!1,private:!1,access:{has:w=>"author"in w,get:w=>w.author,set:(w,N)=>{w.author=N}},metadata:C},a,n),re(this,null,h,{kind:"accessor",name:"bot",static:!1,private:!1,access:{has:w=>"bot"in w,get:w=>w.bot,set:(w,N)=>{w.bot=N}},metadata:C},m,d),re(this,null,c,{kind:"accessor",name:"server",static:!1,private:!1,access:{has:w=>"server"in w,get:w=>w.server,set:(w,N)=>{w.server=N}},metadata:C},b,_),re(this,null,z,{kind:"accessor",name:"officialApp",static:!1,private:!1,access:{has:w=>"officialApp"in w,get:w=>w.officialApp,set:(w,N)=>{w.officialApp=N}},metadata:C},g,u),re(this,null,x,{kind:"accessor",name:"op",static:!1,private:!1,access:{has:w=>"op"in w,get:w=>w.op,set:(w,N)=>{w.op=N}},metadata:C},I,D),re(this,null,W,{kind:"accessor",name:"roleColor",static:!1,private:!1,access:{has:w=>"roleColor"in w,get:w=>w.roleColor,set:(w,N)=>{w.roleColor=N}},metadata:C},E,k),re(this,null,B,{kind:"accessor",name:"roleIcon",static:!1,private:!1,access:{has:w=>"roleIcon"in w,get:w=>w.roleIcon,set:(w,N)=>{w.roleIcon=N}},metadata:C},L,V),re(this,null,Y,{kind:"accessor",name:"roleName",static:!1,private:!1,access:{has:w=>"roleName"in w,get:w=>w.roleName,set:(w,N)=>{w.roleName=N}},metadata:C},pe,_e),re(this,null,Ae,{kind:"accessor",name:"clanIcon",static:!1,private:!1,access:{has:w=>"clanIcon"in w,get:w=>w.clanIcon,set:(w,N)=>{w.clanIcon=N}},metadata:C},Ve,je),re(this,null,De,{kind:"accessor",name:"clanTag",static:!1,private:!1,access:{has:w=>"clanTag"in w,get:w=>w.clanTag,set:(w,N)=>{w.clanTag=N}},metadata:C},Ie,Oe),re(this,null,Le,{kind:"accessor",name:"verified",static:!1,private:!1,access:{has:w=>"verified"in w,get:w=>w.verified,set:(w,N)=>{w.verified=N}},metadata:C},Pe,Ne),re(this,null,Be,{kind:"accessor",name:"compactMode",static:!1,private:!1,access:{has:w=>"compactMode"in w,get:w=>w.compactMode,set:(w,N)=>{w.compactMode=N}},metadata:C},Re,Ue),re(this,null,Fe,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:w=>"lightTheme"in w,get:w=>w.lightTheme,set:(w,N)=>{w.lightTheme=N}},metadata:C},A,M),re(null,t={value:s},e,{kind:"class",name:s.name,metadata:C},null,i),P=s=t.value,C&&Object.defineProperty(s,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:C})}static styles=te`
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
	`;#e=U(this,a,void 0);get author(){return this.#e}set author(C){this.#e=C}#t=(U(this,n),U(this,m,!1));get bot(){return this.#t}set bot(C){this.#t=C}#s=(U(this,d),U(this,b,!1));get server(){return this.#s}set server(C){this.#s=C}#i=(U(this,_),U(this,g,!1));get officialApp(){return this.#i}set officialApp(C){this.#i=C}#o=(U(this,u),U(this,I,!1));get op(){return this.#o}set op(C){this.#o=C}#r=(U(this,D),U(this,E,void 0));get roleColor(){return this.#r}set roleColor(C){this.#r=C}#a=(U(this,k),U(this,L,void 0));get roleIcon(){return this.#a}set roleIcon(C){this.#a=C}#n=(U(this,V),U(this,pe,void 0));get roleName(){return this.#n}set roleName(C){this.#n=C}#l=(U(this,_e),U(this,Ve,void 0));get clanIcon(){return this.#l}set clanIcon(C){this.#l=C}#h=(U(this,je),U(this,Ie,void 0));get clanTag(){return this.#h}set clanTag(C){this.#h=C}#c=(U(this,Oe),U(this,Pe,!1));get verified(){return this.#c}set verified(C){this.#c=C}#d=(U(this,Ne),U(this,Re,!1));get compactMode(){return this.#d}set compactMode(C){this.#d=C}#m=(U(this,Ue),U(this,A,!1));get lightTheme(){return this.#m}set lightTheme(C){this.#m=C}render(){let C=ar(this.clanIcon),w=this.clanTag?.slice(0,4);return p`${O(this.compactMode,()=>null,()=>p`<span class="discord-author-username" style="${Pt({color:this.roleColor??void 0})}">${this.author}</span>`)}
		${O(this.roleIcon&&!this.compactMode,()=>p`<img
					class="discord-author-role-icon"
					src=${Z(this.roleIcon)}
					height="20"
					width="20"
					alt=${Z(this.roleName)}
					draggable="false"
				/>`)}
		${O(this.bot&&!this.server&&!this.officialApp,()=>p`<discord-verified-author-tag .verified=${this.verified}></discord-verified-author-tag>`)}
		${O(this.server&&!this.bot&&!this.officialApp,()=>p`<span class="discord-application-tag">Server</span>`)}
		${O(this.officialApp&&!this.server&&!this.bot,()=>p`<span class="discord-official-application">${Ot()}OFFICIAL</span>`)}
		${O(this.op,()=>p`<span class="discord-application-tag discord-application-tag-op">OP</span>`)}
		${O(this.compactMode,()=>p`<span class="discord-author-username" style="${Pt({color:this.roleColor??void 0})}">${this.author}</span>`)}
		${O(this.clanIcon&&this.clanTag&&this.clanTag?.length>0,()=>p`
				<span class="discord-clan-tag">
					${C==="string"?p`<img srcset=${Z(C)} alt=${Z(w)} width="12" height="12" draggable="false" />`:C}
					<span>${w}</span>
				</span>
			`)} `}constructor(){super(...arguments),U(this,M)}static{U(s,i)}};return P=s})();var ye=st(class extends We{constructor(e){if(super(e),e.type!==ds.ATTRIBUTE||e.name!=="class"||e.strings?.length>2)throw Error("`classMap()` can only be used in the `class` attribute and must be the only part in the attribute.")}render(e){return" "+Object.keys(e).filter(t=>e[t]).join(" ")+" "}update(e,[t]){if(this.st===void 0){this.st=new Set,e.strings!==void 0&&(this.nt=new Set(e.strings.join(" ").split(/\s/).filter(s=>s!=="")));for(let s in t)t[s]&&!this.nt?.has(s)&&this.st.add(s);return this.render(t)}let i=e.element.classList;for(let s of this.st)s in t||(i.remove(s),this.st.delete(s));for(let s in t){let o=!!t[s];o===this.st.has(s)||this.nt?.has(s)||(o?(i.add(s),this.st.add(s)):(i.remove(s),this.st.delete(s)))}return de}});var hn=T`
	<path
		fill="currentColor"
		d="M10 5V3H5.375C4.06519 3 3 4.06519 3 5.375V18.625C3 19.936 4.06519 21 5.375 21H18.625C19.936 21 21 19.936 21 18.625V14H19V19H5V5H10Z"
	/>
	<path fill="currentColor" d="M21 2.99902H14V4.99902H17.586L9.29297 13.292L10.707 14.706L19 6.41302V9.99902H21V2.99902Z"
	/>
`;function Ci(e={}){return p`<svg ${S(e)} class="discord-button-launch" aria-hidden="false" width="16" height="16" viewBox="0 0 24 24">
		${hn}
	</svg>`}var rt=function(e,t,i,s,o,r){function a(x){if(x!==void 0&&typeof x!="function")throw new TypeError("Function expected");return x}for(var n=s.kind,h=n==="getter"?"get":n==="setter"?"set":"value",m=!t&&e?s.static?e:e.prototype:null,d=t||(m?Object.getOwnPropertyDescriptor(m,s.name):{}),c,b=!1,_=i.length-1;_>=0;_--){var z={};for(var g in s)z[g]=g==="access"?{}:s[g];for(var g in s.access)z.access[g]=s.access[g];z.addInitializer=function(x){if(b)throw new TypeError("Cannot add initializers after decoration has completed");r.push(a(x||null))};var u=(0,i[_])(n==="accessor"?{get:d.get,set:d.set}:d[h],z);if(n==="accessor"){if(u===void 0)continue;if(u===null||typeof u!="object")throw new TypeError("Object expected");(c=a(u.get))&&(d.get=c),(c=a(u.set))&&(d.set=c),(c=a(u.init))&&o.unshift(c)}else(c=a(u))&&(n==="field"?o.unshift(c):d[h]=c)}m&&Object.defineProperty(m,s.name,d),b=!0},ne=function(e,t,i){for(var s=arguments.length>2,o=0;o<t.length;o++)i=s?t[o].call(e,i):t[o].call(e);return s?i:void 0},Ai=(()=>{let e=[se("discord-button")],t,i=[],s,o=q,r,a=[],n=[],h,m=[],d=[],c,b=[],_=[],z,g=[],u=[],x,I=[],D=[],W,E=[],k=[];var B=class extends o{static{s=this}static{let L=typeof Symbol=="function"&&Symbol.metadata?Object.create(o[Symbol.metadata]??null):void 0;r=[H({reflect:!0,attribute:"emoji"})],h=[H({reflect:!0,attribute:"emoji-name"})],c=[H({reflect:!0,attribute:"url"})],z=[H({type:Boolean,reflect:!0,attribute:"disabled"})],x=[H({reflect:!0,attribute:"type"})],W=[H({reflect:!0,attribute:"modal-id"})],rt(this,null,r,{kind:"accessor",name:"emoji",static:!1,private:!1,access:{has:V=>"emoji"in V,get:V=>V.emoji,set:(V,Y)=>{V.emoji=Y}},metadata:L},a,n),rt(this,null,h,{kind:"accessor",name:"emojiName",static:!1,private:!1,access:{has:V=>"emojiName"in V,get:V=>V.emojiName,set:(V,Y)=>{V.emojiName=Y}},metadata:L},m,d),rt(this,null,c,{kind:"accessor",name:"url",static:!1,private:!1,access:{has:V=>"url"in V,get:V=>V.url,set:(V,Y)=>{V.url=Y}},metadata:L},b,_),rt(this,null,z,{kind:"accessor",name:"disabled",static:!1,private:!1,access:{has:V=>"disabled"in V,get:V=>V.disabled,set:(V,Y)=>{V.disabled=Y}},metadata:L},g,u),rt(this,null,x,{kind:"accessor",name:"type",static:!1,private:!1,access:{has:V=>"type"in V,get:V=>V.type,set:(V,Y)=>{V.type=Y}},metadata:L},I,D),rt(this,null,W,{kind:"accessor",name:"modalId",static:!1,private:!1,access:{has:V=>"modalId"in V,get:V=>V.modalId,set:(V,Y)=>{V.modalId=Y}},metadata:L},E,k),rt(null,t={value:s},e,{kind:"class",name:s.name,metadata:L},null,i),B=s=t.value,L&&Object.defineProperty(s,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:L})}static styles=te`
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
	`;#e=ne(this,a,void 0);get emoji(){return this.#e}set emoji(L){this.#e=L}#t=(ne(this,n),ne(this,m,"emoji"));get emojiName(){return this.#t}set emojiName(L){this.#t=L}#s=(ne(this,d),ne(this,b,void 0));get url(){return this.#s}set url(L){this.#s=L}#i=(ne(this,_),ne(this,g,!1));get disabled(){return this.#i}set disabled(L){this.#i=L}#o=(ne(this,u),ne(this,I,"secondary"));get type(){return this.#o}set type(L){this.#o=L}#r=(ne(this,D),ne(this,E,void 0));get modalId(){return this.#r}set modalId(L){this.#r=L}validButtonTypes=(ne(this,k),new Set(["primary","secondary","success","destructive"]));checkType(){if(this.type){if(typeof this.type!="string")throw new TypeError("DiscordButton `type` prop must be a string.");if(!this.validButtonTypes.has(this.type))throw new RangeError("DiscordButton `type` prop must be one of: 'primary', 'secondary', 'success', 'destructive'")}}checkParentElement(){if(this.parentElement?.tagName.toLowerCase()!=="discord-action-row")throw new Is("All <discord-button> components must be direct children of <discord-action-row>.")}handleButtonClick(){if(this.modalId){let L=this.parentElement?.parentElement?.parentElement?.parentElement;if(L?.tagName?.toLowerCase()==="discord-messages"){let V=L?.querySelector("discord-modal"),Y=V?.shadowRoot?.querySelector(`dialog#${this.modalId}`),pe=Y?.querySelector("div.discord-modal-box");if(Y instanceof HTMLDialogElement&&pe instanceof HTMLDivElement&&(Y.showModal(),pe.style.display="flex",V)){let _e=globalThis.getComputedStyle(globalThis.document.body).overflow;V.originalBodyOverflow=_e,globalThis.document.body.style.overflow="hidden"}}}}render(){this.checkType(),this.checkParentElement();let L=this.url&&!this.disabled,V=p`
			${O(this.emoji,()=>p`<img src=${this.emoji} alt=${this.emojiName} draggable="true" class="emoji" />`)}
			<span>
				<slot></slot>
			</span>
			${O(this.url,()=>Ci())}
		`;return L?p`<a class="secondary" href=${this.url} target="_blank" rel="noopener noreferrer">${V}</a>`:p`<button
			class=${ye({[this.type]:!0,disabled:this.disabled,hoverable:!this.disabled})}
			@click=${this.handleButtonClick}
		>
			${V}
		</button>`}static{ne(s,i)}};return B=s})();var vt=function(e,t,i,s,o,r){function a(x){if(x!==void 0&&typeof x!="function")throw new TypeError("Function expected");return x}for(var n=s.kind,h=n==="getter"?"get":n==="setter"?"set":"value",m=!t&&e?s.static?e:e.prototype:null,d=t||(m?Object.getOwnPropertyDescriptor(m,s.name):{}),c,b=!1,_=i.length-1;_>=0;_--){var z={};for(var g in s)z[g]=g==="access"?{}:s[g];for(var g in s.access)z.access[g]=s.access[g];z.addInitializer=function(x){if(b)throw new TypeError("Cannot add initializers after decoration has completed");r.push(a(x||null))};var u=(0,i[_])(n==="accessor"?{get:d.get,set:d.set}:d[h],z);if(n==="accessor"){if(u===void 0)continue;if(u===null||typeof u!="object")throw new TypeError("Object expected");(c=a(u.get))&&(d.get=c),(c=a(u.set))&&(d.set=c),(c=a(u.init))&&o.unshift(c)}else(c=a(u))&&(n==="field"?o.unshift(c):d[h]=c)}m&&Object.defineProperty(m,s.name,d),b=!0},ue=function(e,t,i){for(var s=arguments.length>2,o=0;o<t.length;o++)i=s?t[o].call(e,i):t[o].call(e);return s?i:void 0},cd=(()=>{let e=[se("discord-custom-emoji")],t,i=[],s,o=q,r,a=[],n=[],h,m=[],d=[],c,b=[],_=[],z,g=[],u=[],x,I=[],D=[];var W=class extends o{static{s=this}static{let E=typeof Symbol=="function"&&Symbol.metadata?Object.create(o[Symbol.metadata]??null):void 0;r=[H()],h=[H()],c=[H({attribute:!1})],z=[H({type:Boolean,attribute:"embed-emoji"})],x=[H({type:Boolean,attribute:"jumbo"})],vt(this,null,r,{kind:"accessor",name:"name",static:!1,private:!1,access:{has:k=>"name"in k,get:k=>k.name,set:(k,B)=>{k.name=B}},metadata:E},a,n),vt(this,null,h,{kind:"accessor",name:"url",static:!1,private:!1,access:{has:k=>"url"in k,get:k=>k.url,set:(k,B)=>{k.url=B}},metadata:E},m,d),vt(this,null,c,{kind:"accessor",name:"customEmojisMap",static:!1,private:!1,access:{has:k=>"customEmojisMap"in k,get:k=>k.customEmojisMap,set:(k,B)=>{k.customEmojisMap=B}},metadata:E},b,_),vt(this,null,z,{kind:"accessor",name:"embedEmoji",static:!1,private:!1,access:{has:k=>"embedEmoji"in k,get:k=>k.embedEmoji,set:(k,B)=>{k.embedEmoji=B}},metadata:E},g,u),vt(this,null,x,{kind:"accessor",name:"jumbo",static:!1,private:!1,access:{has:k=>"jumbo"in k,get:k=>k.jumbo,set:(k,B)=>{k.jumbo=B}},metadata:E},I,D),vt(null,t={value:s},e,{kind:"class",name:s.name,metadata:E},null,i),W=s=t.value,E&&Object.defineProperty(s,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:E})}static styles=te`
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
	`;#e=ue(this,a,void 0);get name(){return this.#e}set name(E){this.#e=E}#t=(ue(this,n),ue(this,m,void 0));get url(){return this.#t}set url(E){this.#t=E}#s=(ue(this,d),ue(this,b,{}));get customEmojisMap(){return this.#s}set customEmojisMap(E){this.#s=E}#i=(ue(this,_),ue(this,g,void 0));get embedEmoji(){return this.#i}set embedEmoji(E){this.#i=E}#o=(ue(this,u),ue(this,I,void 0));get jumbo(){return this.#o}set jumbo(E){this.#o=E}willUpdate(){if(!this.url&&this.name){let E=Os(this.name)??this.customEmojisMap[this.name];E&&(this.url??=E.url??"",this.embedEmoji??=E.embedEmoji??!1)}}render(){let E=`:${this.name}:`;return p`<span
			class=${ye({"discord-embed-custom-emoji":this.embedEmoji,"discord-custom-emoji":!this.embedEmoji})}
			><img
				aria-label=${E}
				src=${Z(this.url)}
				alt=${E}
				draggable="false"
				class=${ye({"discord-embed-custom-emoji-image":this.embedEmoji,"discord-custom-emoji-image":!this.embedEmoji,"discord-custom-jumbo-emoji-image":this.jumbo})}
		/></span> `}constructor(){super(...arguments),ue(this,D)}static{ue(s,i)}};return W=s})();var le=function(e,t,i,s,o,r){function a(x){if(x!==void 0&&typeof x!="function")throw new TypeError("Function expected");return x}for(var n=s.kind,h=n==="getter"?"get":n==="setter"?"set":"value",m=!t&&e?s.static?e:e.prototype:null,d=t||(m?Object.getOwnPropertyDescriptor(m,s.name):{}),c,b=!1,_=i.length-1;_>=0;_--){var z={};for(var g in s)z[g]=g==="access"?{}:s[g];for(var g in s.access)z.access[g]=s.access[g];z.addInitializer=function(x){if(b)throw new TypeError("Cannot add initializers after decoration has completed");r.push(a(x||null))};var u=(0,i[_])(n==="accessor"?{get:d.get,set:d.set}:d[h],z);if(n==="accessor"){if(u===void 0)continue;if(u===null||typeof u!="object")throw new TypeError("Object expected");(c=a(u.get))&&(d.get=c),(c=a(u.set))&&(d.set=c),(c=a(u.init))&&o.unshift(c)}else(c=a(u))&&(n==="field"?o.unshift(c):d[h]=c)}m&&Object.defineProperty(m,s.name,d),b=!0},G=function(e,t,i){for(var s=arguments.length>2,o=0;o<t.length;o++)i=s?t[o].call(e,i):t[o].call(e);return s?i:void 0},Vi=(()=>{let e=[se("discord-embed")],t,i=[],s,o=q,r,a=[],n=[],h,m=[],d=[],c,b=[],_=[],z,g=[],u=[],x,I=[],D=[],W,E=[],k=[],B,L=[],V=[],Y,pe=[],_e=[],Ae,Ve=[],je=[],De,Ie=[],Oe=[],Le,Pe=[],Ne=[],Be,Re=[],Ue=[];var Fe=class extends o{static{s=this}static{let A=typeof Symbol=="function"&&Symbol.metadata?Object.create(o[Symbol.metadata]??null):void 0;r=[H()],h=[H({attribute:"author-name"})],c=[H({attribute:"author-image"})],z=[H({attribute:"author-url"})],x=[H({attribute:"embed-title"})],W=[H({attribute:!1})],B=[H()],Y=[H()],Ae=[H()],De=[H()],Le=[H()],Be=[oe({context:$e,subscribe:!0}),H({type:Boolean,reflect:!0,attribute:"light-theme"})],le(this,null,r,{kind:"accessor",name:"color",static:!1,private:!1,access:{has:M=>"color"in M,get:M=>M.color,set:(M,P)=>{M.color=P}},metadata:A},a,n),le(this,null,h,{kind:"accessor",name:"authorName",static:!1,private:!1,access:{has:M=>"authorName"in M,get:M=>M.authorName,set:(M,P)=>{M.authorName=P}},metadata:A},m,d),le(this,null,c,{kind:"accessor",name:"authorImage",static:!1,private:!1,access:{has:M=>"authorImage"in M,get:M=>M.authorImage,set:(M,P)=>{M.authorImage=P}},metadata:A},b,_),le(this,null,z,{kind:"accessor",name:"authorUrl",static:!1,private:!1,access:{has:M=>"authorUrl"in M,get:M=>M.authorUrl,set:(M,P)=>{M.authorUrl=P}},metadata:A},g,u),le(this,null,x,{kind:"accessor",name:"embedTitle",static:!1,private:!1,access:{has:M=>"embedTitle"in M,get:M=>M.embedTitle,set:(M,P)=>{M.embedTitle=P}},metadata:A},I,D),le(this,null,W,{kind:"accessor",name:"embedEmojisMap",static:!1,private:!1,access:{has:M=>"embedEmojisMap"in M,get:M=>M.embedEmojisMap,set:(M,P)=>{M.embedEmojisMap=P}},metadata:A},E,k),le(this,null,B,{kind:"accessor",name:"url",static:!1,private:!1,access:{has:M=>"url"in M,get:M=>M.url,set:(M,P)=>{M.url=P}},metadata:A},L,V),le(this,null,Y,{kind:"accessor",name:"thumbnail",static:!1,private:!1,access:{has:M=>"thumbnail"in M,get:M=>M.thumbnail,set:(M,P)=>{M.thumbnail=P}},metadata:A},pe,_e),le(this,null,Ae,{kind:"accessor",name:"image",static:!1,private:!1,access:{has:M=>"image"in M,get:M=>M.image,set:(M,P)=>{M.image=P}},metadata:A},Ve,je),le(this,null,De,{kind:"accessor",name:"video",static:!1,private:!1,access:{has:M=>"video"in M,get:M=>M.video,set:(M,P)=>{M.video=P}},metadata:A},Ie,Oe),le(this,null,Le,{kind:"accessor",name:"provider",static:!1,private:!1,access:{has:M=>"provider"in M,get:M=>M.provider,set:(M,P)=>{M.provider=P}},metadata:A},Pe,Ne),le(this,null,Be,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:M=>"lightTheme"in M,get:M=>M.lightTheme,set:(M,P)=>{M.lightTheme=P}},metadata:A},Re,Ue),le(null,t={value:s},e,{kind:"class",name:s.name,metadata:A},null,i),Fe=s=t.value,A&&Object.defineProperty(s,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:A})}static styles=te`
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
	`;#e=G(this,a,void 0);get color(){return this.#e}set color(A){this.#e=A}#t=(G(this,n),G(this,m,void 0));get authorName(){return this.#t}set authorName(A){this.#t=A}#s=(G(this,d),G(this,b,void 0));get authorImage(){return this.#s}set authorImage(A){this.#s=A}#i=(G(this,_),G(this,g,void 0));get authorUrl(){return this.#i}set authorUrl(A){this.#i=A}#o=(G(this,u),G(this,I,void 0));get embedTitle(){return this.#o}set embedTitle(A){this.#o=A}#r=(G(this,D),G(this,E,{}));get embedEmojisMap(){return this.#r}set embedEmojisMap(A){this.#r=A}#a=(G(this,k),G(this,L,void 0));get url(){return this.#a}set url(A){this.#a=A}#n=(G(this,V),G(this,pe,void 0));get thumbnail(){return this.#n}set thumbnail(A){this.#n=A}#l=(G(this,_e),G(this,Ve,void 0));get image(){return this.#l}set image(A){this.#l=A}#h=(G(this,je),G(this,Ie,void 0));get video(){return this.#h}set video(A){this.#h=A}#c=(G(this,Oe),G(this,Pe,void 0));get provider(){return this.#c}set provider(A){this.#c=A}#d=(G(this,Ne),G(this,Re,!1));get lightTheme(){return this.#d}set lightTheme(A){this.#d=A}render(){let A=this.parseTitle(this.authorName),M=this.parseTitle(this.embedTitle);return p`<div style=${Pt({"background-color":this.color})} class="discord-left-border"></div>
			<div class="discord-embed-root">
				<div class="discord-embed-wrapper">
					<div class="discord-embed-grid">
						${O(this.provider,()=>p`<div class="discord-embed-provider">${this.provider}</div>`)}
						${O(A,()=>p`<div class="discord-embed-author">
									${O(this.authorImage,()=>p`<img src=${Z(this.authorImage)} alt="" class="discord-author-image" />`)}
									${O(this.authorUrl,()=>p`<a
												href=${Z(this.authorUrl)}
												target="_blank"
												rel="noopener noreferrer"
												class="discord-embed-author-block"
											>
												<span class="discord-embed-author-block">${A}</span>
											</a>`,()=>p`<span class="discord-embed-author-block">${A}</span>`)}
								</div>`)}
						${O(M,()=>p`<div class="discord-embed-title">
									${this.url?p`<a href="${this.url}" target="_blank" rel="noopener noreferrer"> ${M} </a>`:p`${M}`}
								</div>`)}
						<slot name="description"></slot>
						<slot name="fields"></slot>
						${O(this.image||this.video,()=>p`<div class=${ye({"discord-embed-media":!0,"discord-embed-media-video":!!this.video})}>
									${this.renderMedia()}
								</div>`)}
						${O(this.thumbnail,()=>p`<img src=${Z(this.thumbnail)} alt="" class="discord-embed-thumbnail" />`)}
						<slot name="footer"></slot>
					</div>
				</div>
			</div>`}renderMedia(){return this.video?p`
				<video
					controls
					muted
					preload="none"
					poster=${Z(this.image)}
					src=${Z(this.video)}
					height="225"
					width="400"
					class="discord-embed-video"
				>
					<img src=${Z(this.image)} alt="Discord embed media" class="discord-embed-image" />
				</video>
			`:this.image?p`<img src=${Z(this.image)} alt="Discord embed media" class="discord-embed-image" />`:null}parseTitle(A){if(!A)return null;let M=[],P="";for(let C of A.split(`
`)){for(let w of C.split(" ")){let N=Os(w)??this.embedEmojisMap[w]??{};N.name?M.push(p`<discord-custom-emoji name=${N.name} url=${Z(N.url)} embed-emoji></discord-custom-emoji>`):P+=`${w} `,P===" "&&M.push(p`<br />`)}M.push(P),P=""}return M.map(C=>typeof C=="string"?p`<span>${C}</span>`:C)}constructor(){super(...arguments),G(this,Ue)}static{G(s,i)}};return Fe=s})();var cn=function(e,t,i,s,o,r){function a(x){if(x!==void 0&&typeof x!="function")throw new TypeError("Function expected");return x}for(var n=s.kind,h=n==="getter"?"get":n==="setter"?"set":"value",m=!t&&e?s.static?e:e.prototype:null,d=t||(m?Object.getOwnPropertyDescriptor(m,s.name):{}),c,b=!1,_=i.length-1;_>=0;_--){var z={};for(var g in s)z[g]=g==="access"?{}:s[g];for(var g in s.access)z.access[g]=s.access[g];z.addInitializer=function(x){if(b)throw new TypeError("Cannot add initializers after decoration has completed");r.push(a(x||null))};var u=(0,i[_])(n==="accessor"?{get:d.get,set:d.set}:d[h],z);if(n==="accessor"){if(u===void 0)continue;if(u===null||typeof u!="object")throw new TypeError("Object expected");(c=a(u.get))&&(d.get=c),(c=a(u.set))&&(d.set=c),(c=a(u.init))&&o.unshift(c)}else(c=a(u))&&(n==="field"?o.unshift(c):d[h]=c)}m&&Object.defineProperty(m,s.name,d),b=!0},dn=function(e,t,i){for(var s=arguments.length>2,o=0;o<t.length;o++)i=s?t[o].call(e,i):t[o].call(e);return s?i:void 0},mn=(()=>{let e=[se("discord-embed-description")],t,i=[],s,o=q;var r=class extends o{static{s=this}static{let a=typeof Symbol=="function"&&Symbol.metadata?Object.create(o[Symbol.metadata]??null):void 0;cn(null,t={value:s},e,{kind:"class",name:s.name,metadata:a},null,i),r=s=t.value,a&&Object.defineProperty(s,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:a})}static styles=te`
		:host {
			font-size: 0.875rem;
			font-weight: 400;
			grid-column: 1/1;
			line-height: 1.125rem;
			margin-top: 8px;
			min-width: 0;
		}
	`;render(){return p`<slot></slot>`}static{dn(s,i)}};return r=s})();var Nt=function(e,t,i,s,o,r){function a(x){if(x!==void 0&&typeof x!="function")throw new TypeError("Function expected");return x}for(var n=s.kind,h=n==="getter"?"get":n==="setter"?"set":"value",m=!t&&e?s.static?e:e.prototype:null,d=t||(m?Object.getOwnPropertyDescriptor(m,s.name):{}),c,b=!1,_=i.length-1;_>=0;_--){var z={};for(var g in s)z[g]=g==="access"?{}:s[g];for(var g in s.access)z.access[g]=s.access[g];z.addInitializer=function(x){if(b)throw new TypeError("Cannot add initializers after decoration has completed");r.push(a(x||null))};var u=(0,i[_])(n==="accessor"?{get:d.get,set:d.set}:d[h],z);if(n==="accessor"){if(u===void 0)continue;if(u===null||typeof u!="object")throw new TypeError("Object expected");(c=a(u.get))&&(d.get=c),(c=a(u.set))&&(d.set=c),(c=a(u.init))&&o.unshift(c)}else(c=a(u))&&(n==="field"?o.unshift(c):d[h]=c)}m&&Object.defineProperty(m,s.name,d),b=!0},ke=function(e,t,i){for(var s=arguments.length>2,o=0;o<t.length;o++)i=s?t[o].call(e,i):t[o].call(e);return s?i:void 0},fn=(()=>{let e=[se("discord-embed-footer")],t,i=[],s,o=q,r,a=[],n=[],h,m=[],d=[],c,b=[],_=[],z,g=[],u=[];var x=class extends o{static{s=this}static{let I=typeof Symbol=="function"&&Symbol.metadata?Object.create(o[Symbol.metadata]??null):void 0;r=[H({attribute:"footer-image"})],h=[H({attribute:"footer-image-alt"})],c=[H({type:String,reflect:!0,converter:D=>pt(D),attribute:!0})],z=[oe({context:$e,subscribe:!0}),H({type:Boolean,reflect:!0,attribute:"light-theme"})],Nt(this,null,r,{kind:"accessor",name:"footerImage",static:!1,private:!1,access:{has:D=>"footerImage"in D,get:D=>D.footerImage,set:(D,W)=>{D.footerImage=W}},metadata:I},a,n),Nt(this,null,h,{kind:"accessor",name:"footerImageAlt",static:!1,private:!1,access:{has:D=>"footerImageAlt"in D,get:D=>D.footerImageAlt,set:(D,W)=>{D.footerImageAlt=W}},metadata:I},m,d),Nt(this,null,c,{kind:"accessor",name:"timestamp",static:!1,private:!1,access:{has:D=>"timestamp"in D,get:D=>D.timestamp,set:(D,W)=>{D.timestamp=W}},metadata:I},b,_),Nt(this,null,z,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:D=>"lightTheme"in D,get:D=>D.lightTheme,set:(D,W)=>{D.lightTheme=W}},metadata:I},g,u),Nt(null,t={value:s},e,{kind:"class",name:s.name,metadata:I},null,i),x=s=t.value,I&&Object.defineProperty(s,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:I})}static styles=te`
		:host {
			-webkit-box-align: center;
			align-items: center;
			display: flex;
			font-size: 12px;
			line-height: 16px;
			font-weight: 500;
			margin-top: 8px;
		}

		:host([light-theme]) {
			color: #747f8d;
		}

		:host .discord-footer-image {
			border-radius: 50%;
			flex-shrink: 0;
			height: 20px;
			margin-right: 8px;
			width: 20px;
		}

		:host .discord-footer-separator {
			color: #dcddde;
			font-weight: 500;
			display: inline-block;
			margin: 0 4px;
		}

		:host([light-theme]) .discord-footer-separator {
			color: #5c5e66;
		}
	`;#e=ke(this,a,void 0);get footerImage(){return this.#e}set footerImage(I){this.#e=I}#t=(ke(this,n),ke(this,m,void 0));get footerImageAlt(){return this.#t}set footerImageAlt(I){this.#t=I}#s=(ke(this,d),ke(this,b,void 0));get timestamp(){return this.#s}set timestamp(I){this.#s=I}#i=(ke(this,_),ke(this,g,!1));get lightTheme(){return this.#i}set lightTheme(I){this.#i=I}updateTimestamp(I){I&&!Number.isNaN(new Date(I).getTime())&&(this.timestamp=pt(I))}render(){return this.updateTimestamp(this.timestamp),p`${O(this.footerImage,()=>p`<img src=${Z(this.footerImage)} alt=${Z(this.footerImageAlt)} class="discord-footer-image" />`)}
			<slot></slot>
			${O(this.timestamp,()=>p`<span class="discord-footer-separator">&bull;</span>`)}
			${O(this.timestamp,()=>` ${this.timestamp}`,()=>null)}`}constructor(){super(...arguments),ke(this,u)}static{ke(s,i)}};return x=s})();var pn=T`
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
`;function ji(e={}){return p`<svg
		${S(e)}
		class="discord-message-ephemeral-icon"
		aria-hidden="false"
		width="16"
		height="16"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${pn}
	</svg>`}var J=function(e,t,i,s,o,r){function a(x){if(x!==void 0&&typeof x!="function")throw new TypeError("Function expected");return x}for(var n=s.kind,h=n==="getter"?"get":n==="setter"?"set":"value",m=!t&&e?s.static?e:e.prototype:null,d=t||(m?Object.getOwnPropertyDescriptor(m,s.name):{}),c,b=!1,_=i.length-1;_>=0;_--){var z={};for(var g in s)z[g]=g==="access"?{}:s[g];for(var g in s.access)z.access[g]=s.access[g];z.addInitializer=function(x){if(b)throw new TypeError("Cannot add initializers after decoration has completed");r.push(a(x||null))};var u=(0,i[_])(n==="accessor"?{get:d.get,set:d.set}:d[h],z);if(n==="accessor"){if(u===void 0)continue;if(u===null||typeof u!="object")throw new TypeError("Object expected");(c=a(u.get))&&(d.get=c),(c=a(u.set))&&(d.set=c),(c=a(u.init))&&o.unshift(c)}else(c=a(u))&&(n==="field"?o.unshift(c):d[h]=c)}m&&Object.defineProperty(m,s.name,d),b=!0},j=function(e,t,i){for(var s=arguments.length>2,o=0;o<t.length;o++)i=s?t[o].call(e,i):t[o].call(e);return s?i:void 0},Di=(()=>{let e=[se("discord-message")],t,i=[],s,o=q,r,a=[],n=[],h,m=[],d=[],c,b=[],_=[],z,g=[],u=[],x,I=[],D=[],W,E=[],k=[],B,L=[],V=[],Y,pe=[],_e=[],Ae,Ve=[],je=[],De,Ie=[],Oe=[],Le,Pe=[],Ne=[],Be,Re=[],Ue=[],Fe,A=[],M=[],P,C=[],w=[],N,oo=[],ro=[],ao,no=[],lo=[],ho,co=[],mo=[],fo,po=[],vo=[],uo,go=[],bo=[],zo,_o=[],yo=[],wo,Mo=[],xo=[],Ho,$o=[],ko=[],Eo,To=[],So=[],Co,Ao=[],Vo=[];var jo=class extends o{static{s=this}static{let y=typeof Symbol=="function"&&Symbol.metadata?Object.create(o[Symbol.metadata]??null):void 0;r=[H()],h=[H()],c=[H()],z=[H({type:Boolean})],x=[H({type:Boolean})],W=[H({type:Boolean,attribute:"official-app"})],B=[H({type:Boolean})],Y=[H({type:Boolean})],Ae=[H({type:Boolean})],De=[H({attribute:"role-color"})],Le=[H({attribute:"role-icon"})],Be=[H({attribute:"role-name"})],Fe=[H({attribute:"clan-icon"})],P=[H({attribute:"clan-tag"})],N=[H({type:Boolean,reflect:!0})],ao=[H({type:Boolean,reflect:!0})],ho=[H({type:String,converter:f=>pt(f,!1,!1),attribute:!0})],fo=[H({type:Boolean,attribute:"twenty-four"})],uo=[H({type:Boolean,attribute:"message-body-only"})],zo=[oe({context:$e}),H({type:Boolean,reflect:!0,attribute:"light-theme"})],wo=[oe({context:ot}),H({type:Boolean,reflect:!0,attribute:"compact-mode"})],Ho=[oe({context:$i}),H({type:Boolean,reflect:!0,attribute:"no-background"})],Eo=[H({type:Boolean,reflect:!0,attribute:"has-thread"})],Co=[H({reflect:!1,attribute:"dismiss-message-clicked"})],J(this,null,r,{kind:"accessor",name:"profile",static:!1,private:!1,access:{has:f=>"profile"in f,get:f=>f.profile,set:(f,$)=>{f.profile=$}},metadata:y},a,n),J(this,null,h,{kind:"accessor",name:"author",static:!1,private:!1,access:{has:f=>"author"in f,get:f=>f.author,set:(f,$)=>{f.author=$}},metadata:y},m,d),J(this,null,c,{kind:"accessor",name:"avatar",static:!1,private:!1,access:{has:f=>"avatar"in f,get:f=>f.avatar,set:(f,$)=>{f.avatar=$}},metadata:y},b,_),J(this,null,z,{kind:"accessor",name:"bot",static:!1,private:!1,access:{has:f=>"bot"in f,get:f=>f.bot,set:(f,$)=>{f.bot=$}},metadata:y},g,u),J(this,null,x,{kind:"accessor",name:"server",static:!1,private:!1,access:{has:f=>"server"in f,get:f=>f.server,set:(f,$)=>{f.server=$}},metadata:y},I,D),J(this,null,W,{kind:"accessor",name:"officialApp",static:!1,private:!1,access:{has:f=>"officialApp"in f,get:f=>f.officialApp,set:(f,$)=>{f.officialApp=$}},metadata:y},E,k),J(this,null,B,{kind:"accessor",name:"verified",static:!1,private:!1,access:{has:f=>"verified"in f,get:f=>f.verified,set:(f,$)=>{f.verified=$}},metadata:y},L,V),J(this,null,Y,{kind:"accessor",name:"op",static:!1,private:!1,access:{has:f=>"op"in f,get:f=>f.op,set:(f,$)=>{f.op=$}},metadata:y},pe,_e),J(this,null,Ae,{kind:"accessor",name:"edited",static:!1,private:!1,access:{has:f=>"edited"in f,get:f=>f.edited,set:(f,$)=>{f.edited=$}},metadata:y},Ve,je),J(this,null,De,{kind:"accessor",name:"roleColor",static:!1,private:!1,access:{has:f=>"roleColor"in f,get:f=>f.roleColor,set:(f,$)=>{f.roleColor=$}},metadata:y},Ie,Oe),J(this,null,Le,{kind:"accessor",name:"roleIcon",static:!1,private:!1,access:{has:f=>"roleIcon"in f,get:f=>f.roleIcon,set:(f,$)=>{f.roleIcon=$}},metadata:y},Pe,Ne),J(this,null,Be,{kind:"accessor",name:"roleName",static:!1,private:!1,access:{has:f=>"roleName"in f,get:f=>f.roleName,set:(f,$)=>{f.roleName=$}},metadata:y},Re,Ue),J(this,null,Fe,{kind:"accessor",name:"clanIcon",static:!1,private:!1,access:{has:f=>"clanIcon"in f,get:f=>f.clanIcon,set:(f,$)=>{f.clanIcon=$}},metadata:y},A,M),J(this,null,P,{kind:"accessor",name:"clanTag",static:!1,private:!1,access:{has:f=>"clanTag"in f,get:f=>f.clanTag,set:(f,$)=>{f.clanTag=$}},metadata:y},C,w),J(this,null,N,{kind:"accessor",name:"highlight",static:!1,private:!1,access:{has:f=>"highlight"in f,get:f=>f.highlight,set:(f,$)=>{f.highlight=$}},metadata:y},oo,ro),J(this,null,ao,{kind:"accessor",name:"ephemeral",static:!1,private:!1,access:{has:f=>"ephemeral"in f,get:f=>f.ephemeral,set:(f,$)=>{f.ephemeral=$}},metadata:y},no,lo),J(this,null,ho,{kind:"accessor",name:"timestamp",static:!1,private:!1,access:{has:f=>"timestamp"in f,get:f=>f.timestamp,set:(f,$)=>{f.timestamp=$}},metadata:y},co,mo),J(this,null,fo,{kind:"accessor",name:"twentyFour",static:!1,private:!1,access:{has:f=>"twentyFour"in f,get:f=>f.twentyFour,set:(f,$)=>{f.twentyFour=$}},metadata:y},po,vo),J(this,null,uo,{kind:"accessor",name:"messageBodyOnly",static:!1,private:!1,access:{has:f=>"messageBodyOnly"in f,get:f=>f.messageBodyOnly,set:(f,$)=>{f.messageBodyOnly=$}},metadata:y},go,bo),J(this,null,zo,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:f=>"lightTheme"in f,get:f=>f.lightTheme,set:(f,$)=>{f.lightTheme=$}},metadata:y},_o,yo),J(this,null,wo,{kind:"accessor",name:"compactMode",static:!1,private:!1,access:{has:f=>"compactMode"in f,get:f=>f.compactMode,set:(f,$)=>{f.compactMode=$}},metadata:y},Mo,xo),J(this,null,Ho,{kind:"accessor",name:"noBackground",static:!1,private:!1,access:{has:f=>"noBackground"in f,get:f=>f.noBackground,set:(f,$)=>{f.noBackground=$}},metadata:y},$o,ko),J(this,null,Eo,{kind:"accessor",name:"hasThread",static:!1,private:!1,access:{has:f=>"hasThread"in f,get:f=>f.hasThread,set:(f,$)=>{f.hasThread=$}},metadata:y},To,So),J(this,null,Co,{kind:"accessor",name:"dismissMessageClicked",static:!1,private:!1,access:{has:f=>"dismissMessageClicked"in f,get:f=>f.dismissMessageClicked,set:(f,$)=>{f.dismissMessageClicked=$}},metadata:y},Ao,Vo),J(null,t={value:s},e,{kind:"class",name:s.name,metadata:y},null,i),jo=s=t.value,y&&Object.defineProperty(s,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:y})}static styles=te`
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
	`;#e=j(this,a,void 0);get profile(){return this.#e}set profile(y){this.#e=y}#t=(j(this,n),j(this,m,"User"));get author(){return this.#t}set author(y){this.#t=y}#s=(j(this,d),j(this,b,void 0));get avatar(){return this.#s}set avatar(y){this.#s=y}#i=(j(this,_),j(this,g,!1));get bot(){return this.#i}set bot(y){this.#i=y}#o=(j(this,u),j(this,I,!1));get server(){return this.#o}set server(y){this.#o=y}#r=(j(this,D),j(this,E,!1));get officialApp(){return this.#r}set officialApp(y){this.#r=y}#a=(j(this,k),j(this,L,!1));get verified(){return this.#a}set verified(y){this.#a=y}#n=(j(this,V),j(this,pe,!1));get op(){return this.#n}set op(y){this.#n=y}#l=(j(this,_e),j(this,Ve,!1));get edited(){return this.#l}set edited(y){this.#l=y}#h=(j(this,je),j(this,Ie,void 0));get roleColor(){return this.#h}set roleColor(y){this.#h=y}#c=(j(this,Oe),j(this,Pe,void 0));get roleIcon(){return this.#c}set roleIcon(y){this.#c=y}#d=(j(this,Ne),j(this,Re,void 0));get roleName(){return this.#d}set roleName(y){this.#d=y}#m=(j(this,Ue),j(this,A,void 0));get clanIcon(){return this.#m}set clanIcon(y){this.#m=y}#f=(j(this,M),j(this,C,void 0));get clanTag(){return this.#f}set clanTag(y){this.#f=y}#p=(j(this,w),j(this,oo,!1));get highlight(){return this.#p}set highlight(y){this.#p=y}#v=(j(this,ro),j(this,no,!1));get ephemeral(){return this.#v}set ephemeral(y){this.#v=y}#u=(j(this,lo),j(this,co,new Date));get timestamp(){return this.#u}set timestamp(y){this.#u=y}#g=(j(this,mo),j(this,po,!1));get twentyFour(){return this.#g}set twentyFour(y){this.#g=y}#b=(j(this,vo),j(this,go,!1));get messageBodyOnly(){return this.#b}set messageBodyOnly(y){this.#b=y}#z=(j(this,bo),j(this,_o,!1));get lightTheme(){return this.#z}set lightTheme(y){this.#z=y}#_=(j(this,yo),j(this,Mo,!1));get compactMode(){return this.#_}set compactMode(y){this.#_=y}#y=(j(this,xo),j(this,$o,!1));get noBackground(){return this.#y}set noBackground(y){this.#y=y}#w=(j(this,ko),j(this,To,!1));get hasThread(){return this.#w}set hasThread(y){this.#w=y}#M=(j(this,So),j(this,Ao,()=>{}));get dismissMessageClicked(){return this.#M}set dismissMessageClicked(y){this.#M=y}willUpdate(){this.hasThread=Array.from(this.children).some(y=>y.tagName.toLowerCase()==="discord-thread"),this.highlight=this.highlight||Array.from(this.children).some(y=>y.tagName.toLowerCase()==="discord-mention"&&y.hasAttribute("highlight")&&(y.type==="user"||y.type==="role"))}handleSpaceToDismissMessage(y){y.code==="Space"&&(y.preventDefault(),y.stopPropagation(),this.dismissMessageClicked?.())}render(){let y={author:this.author,bot:this.bot,officialApp:this.officialApp,verified:this.verified,server:this.server,op:this.op,roleColor:this.roleColor,roleIcon:this.roleIcon,clanIcon:this.clanIcon,clanTag:this.clanTag,roleName:this.roleName},f=this.profile!==void 0&&Reflect.get(tr,this.profile)||{},$={...y,...f,avatar:this.resolveAvatar(f.avatar??this.avatar)},kt=pt(this.timestamp,this.compactMode,this.twentyFour)??void 0;return p`
			<slot name="reply"></slot>
			<div
				class=${ye({"discord-message-inner":!0,"discord-message-inner-center":this.messageBodyOnly})}
			>
				${O(this.compactMode&&!this.messageBodyOnly,()=>p`<time datetime="${Z(kt)}" class="discord-message-timestamp">${kt}</time>`,()=>null)}
				${O(this.messageBodyOnly,()=>p`<time
							datetime="${Z(kt)}"
							class=${ye({"discord-message-timestamp":!0,"discord-message-timestamp-hover":!0,"discord-message-body-only-indent":!this.compactMode})}
						></time>`,()=>null)}
				${O(this.compactMode||this.messageBodyOnly,()=>null,()=>p`<div class="discord-author-avatar">
							<img src="${Z($.avatar)}" alt="${Z($.author)}" />
						</div>`)}

				<div class="discord-message-content">
					${O(this.compactMode||this.messageBodyOnly,()=>null,()=>p`
							<discord-author-info
								author=${$.author??""}
								?bot=${$.bot??!1}
								?server=${$.server??!1}
								?official-app=${$.officialApp??!1}
								?verified=${$.verified??!1}
								?op=${$.op??!1}
								role-color=${$.roleColor??""}
								role-icon=${$.roleIcon??""}
								role-name=${$.roleName??""}
								clan-icon=${$.clanIcon??""}
								clan-tag=${$.clanTag??""}
							></discord-author-info
							><time datetime="${Z(kt)}" class="discord-message-timestamp">${kt}</time>
						`)}
					<div class="discord-message-body">
						${O(this.compactMode,()=>p`<discord-author-info
									author=${$.author??""}
									?bot=${$.bot??!1}
									?server=${$.server??!1}
									?official-app=${$.officialApp??!1}
									?verified=${$.verified??!1}
									?op=${$.op??!1}
									role-color=${$.roleColor??""}
									role-icon=${$.roleIcon??""}
									role-name=${$.roleName??""}
									clan-icon=${$.clanIcon??""}
									clan-tag=${$.clanTag??""}
								></discord-author-info>`,()=>null)}<span class="discord-message-markup"><slot></slot></span>
						${O(this.edited,()=>p`<span class="discord-message-edited">(edited)</span>`,()=>null)}
					</div>
					<div class="discord-message-compact-indent">
						<slot name="attachments"></slot>
						<slot name="embeds"></slot>
						<slot name="components"></slot>
						<slot name="reactions"></slot>
						<slot name="thread"></slot>
						${O(this.ephemeral,()=>p`
								<div class="discord-message-ephemeral">
									${ji()} Only you can see this •
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
		`}resolveAvatar(y){return y===void 0?Ds.default:Ds[y]??y??Ds.default}constructor(){super(...arguments),j(this,Vo)}static{j(s,i)}};return jo=s})();var Bt=class extends Error{};async function nr(e){let t=await e.json();if(!e.ok)throw new Bt(t.error??`HTTP ${e.status}`);return t}async function at(e,t={}){return nr(await fetch(`/sim/${e}?${new URLSearchParams(t)}`))}async function me(e,t){let i={"content-type":"application/json"};return nr(await fetch(`/sim/${e}`,{method:"POST",headers:i,body:JSON.stringify(t)}))}async function Ls(e){let t=new Uint8Array(await e.arrayBuffer()),i="";for(let s=0;s<t.length;s+=32768)i+=String.fromCharCode(...t.subarray(s,s+32768));return btoa(i)}var vn={menu:"M4 6h16M4 12h16M4 18h16",people:"M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c.5-4 3-6 6.5-6s6 2 6.5 6M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14.5c2 .8 3.2 2.6 3.5 5.5",toys:"M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5",road:"M8 21 11 3M16 21 13 3M12 6v2M12 12v2M12 18v2",plus:"M12 5v14M5 12h14",send:"M4 4l17 8-17 8 3-8zM7 12h14",tab:"M14 4h6v6M20 4l-9 9M18 14v6H4V6h6",close:"M6 6l12 12M18 6 6 18",mail:"M3 6h18v12H3zM3 7l9 7 9-7",eye:"M2 12s3.5-6 10-6 10 6 10 6-3.5 6-10 6S2 12 2 12zM12 14.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",file:"M6 3h8l5 5v13H6zM14 3v5h5",voice:"M4 9v6h4l5 4V5L8 9zM16 9c1.5 1.5 1.5 4.5 0 6M18.5 6.5c3 3 3 8 0 11",news:"M4 10v4h3l9 5V5l-9 5zM19 9v6",down:"M6 9l6 6 6-6"};function ee(e){let t="http://www.w3.org/2000/svg",i=document.createElementNS(t,"svg");for(let[o,r]of Object.entries({viewBox:"0 0 24 24",width:"20",height:"20","aria-hidden":"true",class:"sign"}))i.setAttribute(o,r);let s=document.createElementNS(t,"path");return s.setAttribute("d",vn[e]),i.append(s),i}function l(e,t={},...i){let s=document.createElement(e);for(let[o,r]of Object.entries(t))r===!1||r===void 0||r===null||(typeof r=="function"?s.addEventListener(o.slice(2),r):s.setAttribute(o,r===!0?"":String(r)));return s.append(...i.filter(o=>!!o||o==="")),s}function R(e){return document.getElementById(e)}function ge(e,...t){let i=document.activeElement?.closest("[data-key]"),s=i&&e.contains(i)?i.dataset.key:void 0;e.replaceChildren(...t.filter(o=>!!o)),s&&[...e.querySelectorAll("[data-key]")].find(r=>r.dataset.key===s)?.focus()}function ut(e,...t){let i=l("h2",{id:"dialog-title"},e),s=l("button",{type:"button",class:"icon","aria-label":"Close",onclick:()=>r.close()},ee("close")),o=l("header",{},i,s),r=l("dialog",{"aria-labelledby":"dialog-title"},o,...t);return r.addEventListener("close",()=>r.remove()),r.addEventListener("click",a=>{a.target===r&&r.close()}),document.body.append(r),r.showModal(),r}var un=100,fe="dm",v={as:"",channel:"",view:null,messages:new Map,unread:new Set,dismissed:new Set,connected:!1},hr=[],cr=[],dr=[],mr=new Set,nt,lr=0;function ae(e){hr.push(e)}function Ps(e){cr.push(e)}function Ns(e){dr.push(e)}function gt(){for(let e of hr)e()}function Ee(){for(let e of cr)e()}function Bs(){return Date.now()+(v.view?.clock_offset_ms??0)}function fr(){let e=new URLSearchParams(location.search);v.as=e.get("as")??"",v.channel=e.get("channel")??""}function Ii(){let e=`?${new URLSearchParams({as:v.as,channel:v.channel})}`;e!==location.search&&history.pushState(null,"",e)}function bt(e){v.as=e,v.view=null,v.messages.clear(),v.unread.clear(),Ii(),Oi()}function zt(e){v.channel=e,v.unread.delete(e),v.messages.clear(),Ii(),gt(),Ee(),pr()}function Oi(){nt?.close(),nt=new EventSource(`/sim/events?${new URLSearchParams({as:v.as})}`);let e=i=>s=>i(JSON.parse(s.data)),t=!0;nt.addEventListener("open",()=>{t=!0}),nt.addEventListener("view",e(i=>{v.view=i,v.connected=!0;let s=v.channel;gn(),gt(),(t||s!==v.channel)&&pr(),t=!1})),nt.addEventListener("message",e(bn)),nt.addEventListener("delete",e(({id:i})=>{mr.add(i),v.messages.delete(i)&&Ee()})),nt.addEventListener("error",()=>{v.connected=!1,gt()})}function gn(){let e=v.view;if(v.channel===fe&&e.dm&&(v.channel=e.dm),!(v.channel===e.dm||v.channel===fe||Ze(v.channel))){let i=F()?.channels.filter(Rs)??[],s=i.find(o=>o.name==="general")??i[0];v.channel=s?.id??e.dm??fe}Ii()}function bn(e){if(e.channel_id!==v.channel){v.unread.add(e.channel_id),gt();return}v.messages.set(e.id,e),Ee();for(let t of dr)t(e)}async function pr(){let e=++lr;if(v.channel===fe){Ee();return}let t={as:v.as,channel:v.channel,limit:String(un)},i=await at("view/messages",t).catch(()=>[]);if(e!==lr)return;let s=v.messages;v.messages=new Map(i.filter(o=>!mr.has(o.id)).map(o=>[o.id,o]));for(let[o,r]of s)!v.messages.has(o)&&r.channel_id===v.channel&&v.messages.set(o,r);Ee()}function Rs(e){return e.type!==2&&e.type!==4&&e.type!==13}function F(){let e=v.view?.guilds??[];return e.find(i=>i.channels.some(s=>s.id===v.channel))??e.find(i=>i.id===v.view?.home)??e[0]}function Ze(e){return v.view?.guilds.flatMap(t=>t.channels).find(t=>t.id===e)}function ie(){return v.channel===fe||v.channel===v.view?.dm}function Us(e){return F()?.members.find(t=>t.user.id===e)}function Q(e){return(ie()?null:Us(e.id)?.nick)??e.global_name??e.username}function Fs(e){let t=F()?.roles??[],i=Us(e)?.roles??[];return t.filter(o=>i.includes(o.id)&&o.color!==0).sort((o,r)=>r.position-o.position)[0]?.color??0}function Rt(e){let t=new Set(e.default_values?.map(o=>o.id)),i=o=>({...o,chosen:t.has(o.value)});if(e.type===3)return(e.options??[]).map(r=>({value:r.value,label:r.label,description:r.description,chosen:r.default}));let s=[];return(e.type===5||e.type===7)&&s.push(...qs()),(e.type===6||e.type===7)&&s.push(...Ws()),e.type===8&&s.push(...Li(e.channel_types)),s.map(i)}function qs(){let e=ie()?void 0:F();return(e?e.members.map(i=>i.user):v.view?.people??[]).map(i=>({value:i.id,label:Q(i),description:`@${i.username}`}))}function Ws(){return[...F()?.roles??[]].sort((t,i)=>i.position-t.position).map(t=>({value:t.id,label:`@${t.name.replace(/^@/,"")}`}))}function Li(e){return(F()?.channels??[]).filter(s=>!e?.length||e.includes(s.type)).map(s=>({value:s.id,label:`#${s.name}`}))}function vr(e,t){let i=e.max_values??1,s=e.min_values??1,o=Rt(e);return new Promise(r=>{let a,n=l("div",{class:"offers"}),h=l("input",{type:"search","aria-label":"Filter",placeholder:"Filter"}),m=i===1&&s===1,d=o.map(g=>{let u=[l("span",{},g.label),g.description&&l("span",{class:"muted"},g.description)];if(m)return l("button",{type:"button",class:"offer",onclick:()=>{a=[g.value],z.close()}},...u);let x=l("input",{type:"checkbox",value:g.value,checked:g.chosen});return l("label",{class:"offer"},x,...u)});n.append(...d),h.addEventListener("input",()=>{let g=h.value.toLowerCase();d.forEach((u,x)=>{u.hidden=!`${o[x].label} ${o[x].description}`.toLowerCase().includes(g)})});let c=l("p",{class:"muted",role:"status"},`Choose ${s===i?s:`${s} to ${i}`}.`),_=m?[]:[c,l("button",{type:"button",class:"main",onclick:()=>{let g=[...n.querySelectorAll("input:checked")].map(u=>u.value);if(g.length<s||g.length>i){c.classList.add("wrong");return}a=g,z.close()}},"Done")],z=ut(t,o.length>8&&h,n,..._);z.addEventListener("close",()=>r(a))})}var br=[],ur="",Pi=new Map;function Ni(e,t,i){Pi.set(`${e}:${t}`,i)}async function Bi(){let{view:e,as:t,channel:i}=v,s=JSON.stringify([e?.commands,t,i,e?.guilds.map(r=>r.members.find(a=>a.user.id===e.me.id)?.roles)]);if(!e||s===ur)return;ur=s,br=await at("view/commands",{as:t,channel:i===fe?"0":i}).catch(()=>[])}function zr(){let e=(t,i,s=[])=>{let o=s.filter(r=>r.type===1||r.type===2);return o.length?o.flatMap(r=>e(`${t} ${r.name}`,r.description,r.options)):[{words:t,description:i,options:s}]};return br.flatMap(t=>e(t.name,t.description,t.options))}function Ri(e){let t=e.replace(/^\s*\//,""),s=zr().filter(m=>t===m.words||t.startsWith(`${m.words} `)).sort((m,d)=>d.words.length-m.words.length)[0];if(!s)return;let o=[],r=t.slice(s.words.length),a=s.options.map(m=>m.name),n=new RegExp(`(?:^|\\s)(${a.join("|")||"(?!)"}):`,"g"),h=[...r.matchAll(n)];return h.forEach((m,d)=>{let c=m.index+m[0].length,b=r.slice(c,h[d+1]?.index),_=s.options.find(z=>z.name===m[1]);o.push({option:_,value:b})}),r=h.length?"":r,{words:s.words,options:s.options,given:o,rest:r}}function _r(e){let t=Ri(e.trim());if(!t||t.rest.trim())return;let i=t.given.map(({option:s,value:o})=>{let r=o.trim();return[s.name,Pi.get(`${s.name}:${r}`)??r]});return{text:`/${t.words}`,options:Object.fromEntries(i)}}async function yr(e,t){if(!/^\s*\//.test(e))return[];let i=Ri(e);if(!i||e.trim()===`/${i.words}`&&!e.endsWith(" "))return zn(e);let s=i.given.at(-1);if(!s||/\S\s+$/.test(s.value))return gr(e,i);let[,o,r]=/^(.*\S)\s+(\S+)$/s.exec(s.value)??[],a=r?gr(e,i):[];return o!==void 0&&Pi.has(`${s.option.name}:${o.trim()}`)?a.map(n=>({...n,first:!0})):[...await _n(e,s,t),...a]}function zn(e){let t=e.replace(/^\s*\//,"").toLowerCase(),i=o=>o.startsWith(t)?0:1,s=zr().filter(o=>o.words.includes(t));return s.sort((o,r)=>i(o.words)-i(r.words)||o.words.localeCompare(r.words)),s.map(o=>{let r=o.options.find(n=>n.required),a=`/${o.words}${o.options.length?" ":""}${r?`${r.name}:`:""}`;return{label:`/${o.words}`,description:o.description,text:a,first:o.words!==t}})}function gr(e,t){let i=/(\S*)$/.exec(e)[1],o=t.options.filter(a=>!t.given.some(({option:n})=>n.name===a.name)).filter(a=>a.name.startsWith(i)),r=e.slice(0,e.length-i.length);return o.map(a=>({label:`${a.name}:`,description:a.required?`${a.description} (required)`:a.description,text:`${r.replace(/\s*$/," ")}${a.name}:`,first:!1}))}async function _n(e,t,i){let{option:s}=t,o=t.value.trimStart(),r=e.slice(0,e.length-t.value.length),a=(c,b,_="",z=!0)=>(Ni(s.name,c,b),{label:c,description:_,text:`${r}${c} `,first:z}),n=c=>{let b=o.toLowerCase().replace(/^[@#]/,"");return c.filter(z=>`${z.label} ${z.description??""}`.toLowerCase().includes(b)).slice(0,25).map(z=>a(z.label,z.value,z.description))},h=c=>c.map(b=>({...b,label:b.label.replace(/^@?/,"@")}));if(s.choices?.length)return n(s.choices.map(c=>({label:c.name,value:String(c.value)})));switch(s.type){case 5:return n([{label:"True",value:"true"},{label:"False",value:"false"}]);case 6:return n(h(qs()));case 7:return n(Li(s.channel_types));case 8:return n(Ws());case 9:return n([...h(qs()),...Ws()]);case 11:{let c={label:"Choose a file…",description:"from this computer",text:r,file:!0,first:!1};return[...i.filter(b=>b!==o.trim()).map(b=>a(b,b)),c]}}if(!s.autocomplete)return[];let m=v.channel===fe?{dm:!0}:{channel:v.channel};return((await me("autocomplete",{as:v.as,text:e.trimEnd(),...m}).catch(()=>{}))?.choices??[]).map(c=>a(c.name,String(c.value),"",!1))}function wr(e){let t=Ri(e);if(!t)return"";let i=t.options.filter(o=>o.required&&!t.given.some(({option:r,value:a})=>r.name===o.name&&a.trim())),s=t.given.at(-1)?.option;return s&&!e.endsWith(" ")?`${s.name}: ${s.description}`:i.length?`Still needed: ${i.map(o=>o.name).join(", ")}`:"Press Enter to send"}var xr=matchMedia("(prefers-color-scheme: dark)");function we(){return xr.matches}function Hr(e){xr.addEventListener("change",e)}function yn(e){let[t,i,s]=e.map(o=>o/255).map(o=>o<=.04045?o/12.92:((o+.055)/1.055)**2.4);return .2126*t+.7152*i+.0722*s}function Zs(e){return`light-dark(${Mr(e,.82,0)},${Mr(e,.06,255)})`}function Mr(e,t,i){let s=[e>>16,e>>8&255,e&255];for(let o=0;o<20;o++){let[r,a]=[yn(s),t].sort((n,h)=>n-h);if((a+.05)/(r+.05)>=4.7)break;s=s.map(n=>Math.round(n+(i-n)*.12))}return`rgb(${s.join(",")})`}function lt(e,t){let i=Number(BigInt(e||"0")%359n),r=`<text x="20" y="26" font-family="sans-serif" font-size="16" font-weight="600" fill="#fff" text-anchor="middle">${[...t.replace(/[^\p{L}\p{N} ]/gu,"")].join("").split(" ").filter(Boolean).slice(0,2).map(n=>[...n][0]).join("").toUpperCase()}</text>`,a=`<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40" fill="hsl(${i},45%,38%)"/>${r}</svg>`;return`data:image/svg+xml,${encodeURIComponent(a)}`}function _t(e,t){let i=new CSSStyleSheet;i.replaceSync(t),e.elementStyles.push(i)}_t(ki,":host,:host([light-theme]){background:none;border:0;color:var(--text);font-family:inherit;line-height:1.4}::slotted(*:not(:first-child)){margin-top:.6rem!important}");_t(Di,`:host,:host([light-theme]){color:var(--text);font-family:inherit;padding-right:16px}
	:host .discord-message-timestamp,:host .discord-message-edited{color:var(--muted)!important}
	.discord-author-avatar img{cursor:default}
	.discord-message-content{min-width:0;padding-top:0}
	:host(.ephemeral){background:var(--ephemeral)}`);_t(Vi,`:host,:host([light-theme]){color:var(--text);display:flex;max-width:100%;margin:6px 0}
	:host .discord-left-border{background-color:var(--line)}
	:host .discord-embed-root{flex:0 1 auto}
	:host .discord-embed-wrapper,:host([light-theme]) .discord-embed-wrapper{background:var(--raised);border-color:var(--line);max-width:min(560px,100%)}
	:host .discord-embed-wrapper .discord-embed-grid{padding:.5rem .9rem .8rem .75rem;display:grid;min-width:0}
	:host .discord-embed-image{max-width:100%;max-height:none;height:auto}`);_t(Si,":host .discord-author-username,:host([light-theme]) .discord-author-username{color:var(--text);cursor:inherit}");_t(ui,":host{flex-wrap:wrap;gap:0;display:flex}");_t(Ai,`.success{background-color:#1f7a3f}.success.hoverable:hover{background-color:#17612f}
	.destructive{background-color:#c42b2f}.destructive.hoverable:hover{background-color:#a12226}
	.primary{background-color:#4a57e0}
	.disabled{opacity:1;background-color:var(--line)!important;color:var(--muted)!important}
	:host > *:first-child{font-family:inherit;padding:2px 14px}
	:focus-visible{outline:3px solid var(--focus);outline-offset:2px}`);function wt(e){let t=document.createDocumentFragment();return e.split(/```(?:[a-z0-9+-]*\n)?([\s\S]*?)```\n?/gi).forEach((s,o)=>{o%2?t.append(l("pre",{tabindex:0},l("code",{},s.replace(/\n$/,"")))):s&&t.append(...wn(s))}),t}function wn(e){let t=[],i,s=[],o=[],r=()=>{s.length&&t.push(l("blockquote",{},be(s.join(`
`)))),o.length&&t.push(l("span",{class:"text"},be(o.join(`
`)))),[s,o,i]=[[],[],void 0]};for(let a of e.replace(/\n$/,"").split(`
`)){let n=/^(#{1,3}|-#) +(.+)$/.exec(a),h=/^ *(?:[-*]|\d+\.) +(.+)$/.exec(a),m=/^>(?:>>)? (.*)$/.exec(a);if(n){r();let d=n[1]==="-#",c=n[1].length;t.push(l("div",{class:d?"subtext":`heading heading-${c}`},be(n[2])))}else h?(i||(r(),i=l(/^ *\d/.test(a)?"ol":"ul"),t.push(i)),i.append(l("li",{},be(h[1])))):m?(s.length||r(),s.push(m[1])):(o.length||r(),o.push(a))}return r(),t}var Ut=(e,t={})=>i=>l(e,t,be(i[1])),Mn=[[/^\\([^\p{L}\p{N}\s])/u,e=>e[1]],[/^(`+)([\s\S]*?[^`])\1(?!`)/,e=>l("code",{},e[2])],[/^\*\*([\s\S]+?)\*\*(?!\*)/,Ut("strong")],[/^__([\s\S]+?)__(?!_)/,Ut("u")],[/^~~([\s\S]+?)~~/,Ut("s")],[/^\|\|([\s\S]+?)\|\|/,kn],[/^\*(?=\S)([\s\S]*?\S)\*(?!\*)/,Ut("em")],[/^_(?=\S)([\s\S]*?\S)_(?![_\p{L}\p{N}])/u,Ut("em")],[/^\[([^\]\n]+)\]\(<?(https?:\/\/[^\s)>]+)>?\)/,e=>Ft(e[2],be(e[1]))],[/^<(https?:\/\/[^\s>]+)>/,e=>Ft(e[1],e[1])],[/^https?:\/\/[^\s<]*[^\s<.,:;"')\]!?*_]/,e=>Ft(e[0],e[0])],[/^<@!?(\d+)>/,e=>yt(Hn(e[1]))],[/^<@&(\d+)>/,e=>yt($n(e[1]))],[/^<#(\d+)>/,e=>yt(`#${Ze(e[1])?.name??"unknown"}`)],[/^<\/([^:>]+):\d+>/,e=>yt(`/${e[1]}`)],[/^<id:([a-z]+)>/,e=>yt(`#${e[1]}`)],[/^<a?:(\w+):\d+>/,e=>`:${e[1]}:`],[/^<t:(-?\d{1,12})(?::([tTdDfFR]))?>/,e=>Ui(Number(e[1]),e[2]??"f")],[/^@(?:everyone|here)\b/,e=>yt(e[0])],[/^\n/,()=>l("br")]];function be(e){let t=document.createDocumentFragment(),i="",s=e,o="";for(;s;){let a=s[0]==="_"&&/[\p{L}\p{N}]/u.test(o)?void 0:xn(s);a?(i&&t.append(i),i="",t.append(a[1]),s=s.slice(a[0]),o=""):(o=[...s.slice(0,2)][0],i+=o,s=s.slice(o.length))}return i&&t.append(i),t}function xn(e){for(let[t,i]of Mn){let s=t.exec(e);if(s)return[s[0].length,i(s)]}}function Ft(e,t){return l("a",{href:e,target:"_blank",rel:"noopener noreferrer"},t)}function yt(e){return l("span",{class:"mention"},e)}function Hn(e){let t=Us(e)?.user??v.view?.people.find(i=>i.id===e);return`@${t?Q(t):"unknown-user"}`}function $n(e){let t=ie()?void 0:F()?.roles.find(i=>i.id===e);return t?`@${t.name.replace(/^@/,"")}`:"@deleted-role"}function kn(e){let t=l("button",{type:"button",class:"spoiler","aria-label":"Spoiler, show it"});return t.addEventListener("click",()=>t.replaceWith(l("span",{class:"shown"},be(e[1])))),t.append("spoiler"),t}var $r={t:{timeStyle:"short"},T:{timeStyle:"medium"},d:{dateStyle:"short"},D:{dateStyle:"long"},f:{dateStyle:"long",timeStyle:"short"},F:{dateStyle:"full",timeStyle:"short"}};function Ui(e,t){let i=new Date(e*1e3),s=new Intl.DateTimeFormat(void 0,$r.F).format(i),o=l("time",{datetime:i.toISOString(),title:s,class:"time"});return t==="R"&&(o.dataset.relative=String(e)),o.textContent=t==="R"?kr(e):new Intl.DateTimeFormat(void 0,$r[t]).format(i),o}var En=[["second",1,59.5],["minute",60,59.5],["hour",3600,23.5],["day",86400,30.5],["month",2629746,11.5],["year",31556952,1/0]];function kr(e){let t=e-Bs()/1e3,[i,s]=En.find(([,o,r])=>Math.abs(t)/o<r);return new Intl.RelativeTimeFormat("en",{numeric:"auto"}).format(Math.round(t/s),i)}function Er(){for(let e of document.querySelectorAll("[data-relative]"))e.textContent=kr(Number(e.dataset.relative))}function Tr(e){let t=e.modal,i=l("p",{class:"wrong",role:"alert"}),s=t.fields.map((d,c)=>[d,Tn(d,`field-${c}`)]),o=s.map(([d,c])=>{let b=l("label",{for:c.id},d.label||d.input.placeholder||d.custom_id);return d.required&&b.append(l("span",{class:"wrong","aria-hidden":"true"}," *")),l("div",{class:"field"},b,c)}),r=async d=>{d.preventDefault();let c=Object.fromEntries(s.map(([b,_])=>[b.custom_id,Sn(_)]));a.setAttribute("disabled","");try{let b=s.flatMap(([,u])=>[...u.files??[]]),_=Object.fromEntries(await Promise.all(b.map(async u=>[u.name,await Ls(u)]))),z={as:v.as,interaction:e.interaction_id,values:c,attachments:_},g=await me("modal",z);m.close(),qt(g)}catch(b){i.textContent=b instanceof Bt?b.message:String(b)}finally{a.removeAttribute("disabled")}},a=l("button",{class:"main"},"Submit"),n=l("button",{type:"button",onclick:()=>m.close()},"Cancel"),h=l("form",{onsubmit:r,novalidate:!0},...o,i,l("footer",{},n,a)),m=ut(t.title,h);s[0]?.[1].focus()}function Tn(e,t){let i=e.input,s={id:t,required:e.required};if(i.type===19)return l("input",{...s,type:"file",multiple:(i.max_values??1)>1});if(i.type!==4){let r=(i.max_values??1)>1,a=Rt(i).map(h=>l("option",{value:h.value,selected:h.chosen},h.label)),n=r?[]:[l("option",{value:""},i.placeholder??"")];return l("select",{...s,multiple:r},...n,...a)}let o={...s,maxlength:i.max_length,placeholder:i.placeholder};if(i.style===2){let r=l("textarea",{...o,rows:5});return r.value=e.value,r}return l("input",{...o,value:e.value})}function Sn(e){return e instanceof HTMLInputElement&&e.files?[...e.files].map(t=>t.name).join(","):e instanceof HTMLSelectElement?[...e.selectedOptions].map(t=>t.value).filter(Boolean).join(","):e.value}var Sr=[];function Cr(e){Sr.push(e)}function Ar(e){R("notes").replaceChildren();for(let t of Sr)t(e)}function Ge(e){let t=e instanceof Error?e.message:String(e),i=l("button",{type:"button",class:"icon","aria-label":"Dismiss",onclick:()=>s.remove()},ee("close")),s=l("p",{class:"note"},l("span",{},`⚠ ${t}`),i);R("notes").replaceChildren(s)}var Fi=0;function Gs(){let e=()=>document.body.classList.toggle("waiting",Fi>0);return Fi++,e(),()=>{Fi--,e()}}function Mt(e){R("news").textContent=e}var Cn=["primary","primary","secondary","success","destructive","secondary","primary"];function qt(e){Ar(e),e.kind==="modal"&&e.modal&&Tr(e)}async function Vr(e,t){let i=Gs();try{return qt(await me(e,{as:v.as,...t})),!0}catch(s){return Ge(s),!1}finally{i()}}function jr(e){return e.components.map(t=>Wt(e,t))}function Wt(e,t){switch(t.type){case 1:return l("discord-action-row",{},...(t.components??[]).map(i=>Wt(e,i)));case 2:return Vn(e,t);case 3:case 5:case 6:case 7:case 8:return jn(e,t);case 9:return l("div",{class:"section"},...(t.components??[]).map(i=>Wt(e,i)),t.accessory&&An(e,t.accessory));case 10:return l("div",{},wt(t.content??""));case 14:return l("hr");case 17:return l("div",{class:"container"},...(t.components??[]).map(i=>Wt(e,i)));default:return l("div",{class:"muted"},`(a component of type ${t.type})`)}}function An(e,t){let i=Wt(e,t);return t.type===2?l("discord-action-row",{},i):i}function Vn(e,t){let i=[t.emoji?.name,t.label].filter(Boolean).join(" "),s=()=>{!t.disabled&&t.custom_id&&Vr("press",{message:e.id,custom_id:t.custom_id})},o=l("discord-button",{type:Cn[t.style??2],url:t.url,disabled:t.disabled,"light-theme":!we(),onclick:s,"data-key":`${e.id}/${t.custom_id??t.url}`},i);return o.updateComplete?.then(()=>{let r=o.shadowRoot?.querySelector("button");r&&(r.disabled=!!t.disabled)}),o}function jn(e,t){let s=Rt(t).filter(r=>r.chosen).map(r=>r.label).join(", ")||(t.placeholder??"Make a selection"),o=async()=>{let r=await vr(t,t.placeholder??"Make a selection");r&&await Vr("select",{message:e.id,custom_id:t.custom_id,values:r})};return l("button",{type:"button",class:"menu",disabled:t.disabled,"aria-haspopup":"dialog",onclick:o,"data-key":`${e.id}/${t.custom_id}`},l("span",{},s),ee("down"))}var Se=[],Ht=[],Te=-1,Js=0,K=l("textarea",{id:"composer-input",rows:1,"aria-autocomplete":"list","aria-controls":"completions","aria-describedby":"composer-hint","aria-label":"Message, or a command that begins with a slash"}),qi=l("ul",{id:"completions",role:"listbox",tabindex:0,"aria-label":"Completions",hidden:!0}),Dr=l("p",{id:"composer-hint",class:"muted"}),Ir=l("div",{class:"chips"}),xt=l("input",{type:"file",multiple:!0,class:"unseen","aria-label":"Files to send",tabindex:-1});function Or(){let e=l("button",{type:"button",class:"icon","aria-label":"Attach files",onclick:()=>xt.click()},ee("plus")),t=l("button",{class:"icon","aria-label":"Send"},ee("send")),i=R("composer");i.append(qi,Ir,l("div",{class:"box"},e,xt,K,t),Dr),i.addEventListener("submit",s=>{s.preventDefault(),Pr()}),K.addEventListener("input",()=>{Gi()}),K.addEventListener("keydown",In),K.addEventListener("blur",()=>setTimeout(Ys,150)),xt.addEventListener("change",()=>{Dn([...xt.files]),xt.value=""}),ae(()=>{let s=Ze(v.channel),o=ie()?"Paddock":`#${s?.name??""}`,r=ie()||(s?.may_send??!0);K.placeholder=r?`Message ${o}`:`Only commands in ${o}`,Bi()}),$t()}function Lr(e){K.value=e,K.focus(),Ys(),$t(),Zi()}function Dn(e){Se.push(...e);let t=e[0];t&&/\S:\s*$/.test(K.value)&&(K.value=`${K.value.trimEnd()}${t.name} `),Ks(),K.focus(),Gi()}function Ks(){let e=Se.map((t,i)=>{let s=()=>{Se=Se.filter((r,a)=>a!==i),Ks()},o=`Remove ${t.name}`;return l("span",{class:"chip"},ee("file"),` ${t.name} `,l("button",{type:"button",class:"icon","aria-label":o,onclick:s},ee("close")))});Ir.replaceChildren(...e)}function Zi(){K.style.height="auto",K.style.height=`${Math.min(160,K.scrollHeight)}px`}function $t(){let e=K.value.startsWith("/");Dr.textContent=e?wr(K.value):"Enter sends, Shift+Enter begins a line, / lists the commands"}async function Gi(){Zi(),$t();let e=++Js;if(await Bi(),e!==Js)return;let t=await yr(K.value,Se.map(i=>i.name));e===Js&&(Ht=t,Te=t[0]?.first?0:-1,$t(),Ji())}function Ys(){Js++,Ht=[],Ji()}function Ji(){qi.hidden=!Ht.length;let e=Ht.map((i,s)=>{let o=a=>{a.preventDefault(),Wi(s)},r=[l("strong",{},i.label),l("span",{class:"muted"},i.description)];return l("li",{role:"option",id:`completion-${s}`,"aria-selected":String(s===Te),onmousedown:o},...r)});qi.replaceChildren(...e);let t=e[Te];t?(K.setAttribute("aria-activedescendant",t.id),t.scrollIntoView({block:"nearest"})):K.removeAttribute("aria-activedescendant")}function Wi(e){let t=Ht[e];if(t.file){K.value=t.text,xt.click();return}K.value=t.text,Gi()}function In(e){let t=Ht.length;if(t&&(e.key==="ArrowDown"||e.key==="ArrowUp")){e.preventDefault();let i=e.key==="ArrowDown"?1:-1;Te=Te<0&&i<0?t-1:(Te+i+t)%t,Ji()}else t&&e.key==="Escape"?(e.preventDefault(),Ys()):t&&e.key==="Tab"&&!e.shiftKey?(e.preventDefault(),Wi(Math.max(Te,0))):e.key==="Enter"&&!e.shiftKey&&!e.isComposing&&(e.preventDefault(),t&&Te>=0?Wi(Te):Pr())}async function Pr(){let e=K.value.trim();if(!e&&!Se.length)return;let t=v.channel===fe?{dm:!0}:{channel:v.channel},i=Se,s={as:v.as,text:e,...t};e.startsWith("/")&&(s={...s,..._r(e)}),Ys();let o=Gs();try{let r=i.map(async n=>[n.name,await Ls(n)]);s.attachments=Object.fromEntries(await Promise.all(r)),K.value="",Se=[],Ks(),$t(),Zi();let a=await me("say",s);a.kind?qt(a):R("notes").replaceChildren()}catch(r){Ge(r),K.value||(K.value=e,Se=i,Ks(),$t())}finally{o()}}var Ki=["places","people","toys"],Nr=null;function Br(e,t){let i=!Rr(e);Zt(),e==="toys"&&(R("toys").hidden=!i),e==="people"&&document.body.classList.toggle("without-people",!i),document.body.classList.toggle(`open-${e}`,i),Nr=t,Qs(),i&&R(e).querySelector("button, select, input, a")?.focus()}function Rr(e){return getComputedStyle(R(e)).display!=="none"&&getComputedStyle(R(e)).visibility!=="hidden"}function Zt(){for(let e of Ki)document.body.classList.remove(`open-${e}`);R("toys").hidden=!0,Qs()}function Qs(){for(let e of Ki)document.querySelector(`[aria-controls="${e}"]`)?.setAttribute("aria-expanded",String(Rr(e)))}function Ur(){document.addEventListener("keydown",e=>{e.key!=="Escape"||document.querySelector("dialog[open]")||Ki.some(t=>document.body.classList.contains(`open-${t}`))&&(Zt(),Nr?.focus())}),R("main").addEventListener("click",e=>{!e.target.closest("#bar")&&matchMedia("(max-width: 900px)").matches&&Zt()}),addEventListener("resize",Qs),Qs()}var On=64,Ln=128,Fr=20;function qr(e){let t=new Date(e.timestamp),i=new Date(Bs()),s=new Intl.DateTimeFormat(void 0,{timeStyle:"short"}).format(t);return t.toDateString()===i.toDateString()?`Today at ${s}`:`${new Intl.DateTimeFormat(void 0,{dateStyle:"short"}).format(t)} ${s}`}function Wr(e){let t=Q(e.author),i=(e.flags&On)!==0,s=l("discord-message",{"data-id":e.id,role:"article","aria-label":`${t}, ${qr(e)}`,author:t,avatar:lt(e.author.id,t),bot:e.author.bot,edited:!!e.edited_timestamp&&e.type!==Fr&&!i,"light-theme":!we(),class:i?"ephemeral":""});s.timestamp=qr(e);let o=Fs(e.author.id);o&&(s.roleColor=Zs(o));let r=e.interaction_metadata;if(r&&e.type===Fr){let h=l("div",{slot:"reply",class:"used"},l("span",{"aria-hidden":"true"},"╭ "));h.append(l("strong",{},Q(r.user))," used a command"),s.append(h)}e.flags&Ln?s.append(l("span",{class:"thinking"},`${t} is thinking…`)):s.append(wt(e.content));for(let h of e.embeds)s.append(Nn(h,e));let a=new Set(e.embeds.map(h=>Zr(h.image?.url,e))),n=e.attachments.filter(h=>!a.has(Yi(h.url)));return n.length&&s.append(l("div",{slot:"attachments",class:"files"},...n.map(Rn))),e.components.length&&s.append(l("div",{slot:"components"},...jr(e))),i&&s.append(Pn(e)),s}function Pn(e){let i=l("button",{type:"button",class:"link",onclick:()=>{v.dismissed.add(e.id),sessionStorage.setItem("dismissed",JSON.stringify([...v.dismissed])),Ee(),document.getElementById("composer-input")?.focus()}},"Dismiss message");return l("div",{slot:"components",class:"only-you"},ee("eye")," Only you can see this • ",i)}function Yi(e){let t=/^https?:\/\/[^/]+(\/(?:ephemeral-)?attachments\/.+)$/.exec(e);if(!t)return;let i=new URL(e).host;return i===location.host||/^(127\.|localhost)/.test(i)||/discordapp\.(com|net)$/.test(i)?encodeURI(decodeURI(t[1])):void 0}function Zr(e,t){if(!e)return;let i=/^attachment:\/\/(.+)$/.exec(e)?.[1],s=i&&t.attachments.find(o=>o.filename===i);return Yi(s?s.url:e)}function Nn(e,t){let i=e.color?`#${e.color.toString(16).padStart(6,"0")}`:"",s=l("discord-embed",{slot:"embeds",color:i,"light-theme":!we()}),o=l("div",{slot:"description",class:"embed"}),r=(h,m)=>m?Ft(m,be(h)):be(h);if(e.author&&o.append(l("div",{class:"embed-author"},r(e.author.name,e.author.url))),e.title&&o.append(l("div",{class:"embed-title"},r(e.title,e.url))),e.description&&o.append(l("div",{},wt(e.description))),e.fields?.length){let h=e.fields.map(m=>{let d=m.inline?"field inline":"field",c=l("div",{},wt(m.value));return l("div",{class:d},l("div",{class:"field-name"},be(m.name)),c)});o.append(l("div",{class:"fields"},...h))}let a=Zr(e.image?.url,t),n=e.title?`Picture: ${e.title}`:"Picture";if(a&&o.append(l("img",{src:a,alt:n,class:"embed-image"})),e.footer||e.timestamp){let h=e.timestamp?Ui(Date.parse(e.timestamp)/1e3,"f"):void 0;o.append(l("div",{class:"embed-footer"},e.footer?.text??"",e.footer&&h?" • ":"",h))}return s.append(o),s}function Bn(e){return e<1e3?`${e} bytes`:e<1e6?`${(e/1e3).toFixed(1)} kB`:`${(e/1e6).toFixed(1)} MB`}function Rn(e){let t=Yi(e.url),i=l("a",{href:t??"#",download:e.filename},e.filename),s=l("div",{class:"file"},ee("file")," ",i,l("span",{class:"muted"},` ${Bn(e.size)}`));return t&&/^image\/(?!svg)/.test(e.content_type)?l("figure",{},l("img",{src:t,alt:e.filename}),s):s}var Jr={online:"Online",idle:"Idle",dnd:"Do not disturb",offline:"Offline"},Un=["Playing","Streaming","Listening to","Watching","","Competing in"];function Kr(){ae(Fn)}var Gr="";function Fn(){let e=ie()?[]:F()?.members??[],t=JSON.stringify([ie(),we(),e,F()?.roles]);if(t===Gr)return;Gr=t;let i=[...e].sort((n,h)=>Q(n.user).localeCompare(Q(h.user))),s=n=>n.status!=="offline",r=[["Online",i.filter(s)],["Offline",i.filter(n=>!s(n))]].map(([n,h])=>{if(h.length)return l("section",{},l("h2",{},`${n} — ${h.length}`),l("ul",{},...h.map(m=>l("li",{},qn(m)))))}),a=ie()?l("p",{class:"muted"},"A conversation with the bot."):void 0;ge(R("people"),l("h2",{class:"unseen"},"Members"),a,...r)}function Yr(e){let t=e.find(s=>s.type===4);if(t)return[t.emoji?.name,t.state].filter(Boolean).join(" ");let i=e[0];return i?`${Un[i.type]??""} ${i.details??i.name}`.trim():""}function qn(e){let t=Q(e.user),i=Fs(e.user.id),s=l("span",{class:"name"},t);i&&(s.style.color=Zs(i));let o=Yr(e.activities),r=l("span",{class:"face"},l("img",{src:lt(e.user.id,t),alt:""}),l("span",{class:`dot ${e.status}`,role:"img","aria-label":Jr[e.status]??e.status})),a=l("span",{class:"words"},l("span",{},s,e.user.bot&&l("span",{class:"tag"},"BOT")),o&&l("span",{class:"muted"},o));return l("button",{type:"button",class:"member","data-key":e.user.id,"data-user":e.user.username,onclick:()=>Wn(e)},r,a)}function Wn(e){let i=(F()?.roles.filter(d=>e.roles.includes(d.id))??[]).sort((d,c)=>c.position-d.position).map(d=>l("li",{class:"role"},d.name)),s=()=>{m.close(),bt(e.user.id)},o=e.user.id===v.view?.me.id,r=!e.user.bot&&!o&&l("button",{type:"button",class:"main",onclick:s},`Act as ${Q(e.user)}`),a=l("p",{class:"muted"},`@${e.user.username} · ${Jr[e.status]??e.status}${e.pending?" · has not accepted the rules":""}`),n=e.activities.map(d=>Yr([d])).join(" · "),h=i.length?l("ul",{class:"roles","aria-label":"Roles"},...i):l("p",{class:"muted"},"No roles."),m=ut(Q(e.user),a,n&&l("p",{},n),h,r)}var Qr={2:"voice",5:"news",13:"voice"};function ea(){ae(Zn)}function Xs(e){zt(e),Zt(),R("composer-input").focus()}var Xr="";function Zn(){let e=v.view;if(!e)return;let t=JSON.stringify([e.me,e.dm,e.people,v.channel,[...v.unread],e.guilds.map(h=>[h.name,h.channels,h.members.map(m=>[m.user,m.nick])])]);if(t===Xr)return;Xr=t;let i=e.guilds.map(h=>{let m=!ie()&&h===F(),d=h.channels.find(Rs),c=h.name.split(" ").map(b=>b[0]).join("").slice(0,3);return l("button",{type:"button",class:"guild",title:h.name,"aria-current":m&&"true","data-key":h.id,onclick:()=>d&&Xs(d.id)},l("span",{"aria-hidden":"true"},c),l("span",{class:"unseen"},h.name))}),s=e.dm??fe,o=l("button",{type:"button",class:"guild","aria-label":"Direct messages",title:"Direct messages","aria-current":ie()&&"true","data-key":"dms",onclick:()=>Xs(s)},ee("mail"),ta(s)),r=l("div",{class:"rail"},o,...i),a=ie()?"Direct messages":F()?.name??"No server",n=l("div",{class:"places"},l("h2",{},a),ie()?Gn(s):Jn(),Kn());ge(R("places"),r,n)}function ta(e){return v.unread.has(e)?l("span",{class:"unread",role:"img","aria-label":"unread"}):void 0}function Gn(e){let t=v.view.bot,i=t.user.global_name??t.user.username,s=l("button",{type:"button",class:"channel","aria-current":"true","data-key":e,onclick:()=>Xs(e)},l("img",{src:lt(t.user.id,i),alt:"",class:"small"}),i);return l("ul",{class:"channels"},l("li",{},s))}function Jn(){let e=F();if(!e)return l("p",{class:"muted"},"They are in no server. The toys let them join.");let t=e.channels.map(i=>{let s=Qr[i.type]?ee(Qr[i.type]):l("span",{class:"sign","aria-hidden":"true"},"#");if(!Rs(i)){let r=i.voice.map(a=>{let n=e.members.find(h=>h.user.id===a)?.user;return l("li",{class:"voice"},n?Q(n):a)});return l("li",{},l("div",{class:"channel still"},s,i.name),r.length>0&&l("ul",{"aria-label":`In ${i.name}`},...r))}let o=i.id===v.channel;return l("li",{},l("button",{type:"button",class:`channel${v.unread.has(i.id)?" news":""}`,"aria-current":o&&"page","data-key":i.id,onclick:()=>Xs(i.id)},s,l("span",{},i.name),ta(i.id)))});return l("ul",{class:"channels","aria-label":"Channels"},...t)}function Kn(){let e=v.view,i=[...e.people].sort((n,h)=>Number(h.owner)-Number(n.owner)||n.username.localeCompare(h.username)).map(n=>{let h=n.member?"":" (not in the server)",m=`${n.global_name??n.username}${n.owner?" (owner)":""}${h}`;return l("option",{value:n.id,selected:n.id===e.me.id},m)}),o=l("select",{id:"acting",onchange:n=>bt(n.target.value),"data-key":"acting"},...i),r=l("a",{href:`?${new URLSearchParams({as:v.as,channel:v.channel})}`,target:"_blank",class:"icon","aria-label":"Open another tab, to act as somebody else at the same time",title:"Another tab"},ee("tab")),a=l("img",{src:lt(e.me.id,Q(e.me)),alt:"",class:"small"});return l("div",{class:"acting"},l("label",{for:"acting"},"Acting as"),l("div",{},a,o,r))}var Gt="owner",Je="ada",ze=e=>async()=>e;function Yn(e){return new Date(Date.now()+e*864e5).toISOString().slice(0,10)}async function sa(e,t){let i=v.view?.people.find(o=>o.username===e)?.id,s=i&&await me("autocomplete",{as:i,text:t}).catch(()=>{});return s?s.choices?.[0]:void 0}function Qn(e,t,i,s){return async()=>{let o=await sa(e,`${t} ${i}:`);if(!o)return"";let r=o.name.split(" · ")[0].trim();return Ni(i,r,String(o.value)),`${t} ${i}:${r} ${s}`.trim()}}function ei(){return F()?.members.find(e=>e.user.username===Je)?.roles??[]}function Xn(e){let t=F()?.roles.find(i=>i.name===e)?.id;return t!==void 0&&ei().includes(t)}async function el(){let t=[...v.messages.values()].map(i=>/\/here ([A-Z0-9]{3,12})\b/.exec(i.text)?.[1]).filter(Boolean).at(-1);return t?`/here code:${t}`:""}var ht=[{id:"setup",title:"Set the server up",about:"Paddock learns which role verified members get, and where reviews and attendance happen.",who:Gt,channel:"general",texts:[ze("/setup verified_role:@Verified review_channel:#review attendance_channel:#attendance")],answer:/Saved\. Next/},{id:"register",title:"Register",about:"A member says who they are.",who:Je,channel:"general",texts:[ze("/register name:Ada Lovelace")],answer:/You are registered\.|names are up to date/},{id:"verify",title:"Verify the member",about:"An admin lets her in; she gets the role Verified and a direct message.",who:Gt,channel:"general",texts:[ze("/verify member:@ada")],answer:/is (?:already )?verified/,seen:()=>Xn("Verified")},{id:"season",title:"Plan a season",about:"Something to earn points with, a rank to reach, and a role to win. Send the commands one by one.",who:Gt,channel:"general",texts:[async()=>`/season create name:Winter start:now end:${Yn(90)}`,ze("/item create name:Race finished"),ze("/item set item:Race finished points:10"),ze("/rank create name:Gold threshold:30"),ze("/prize role rank:Gold role:@Champion")],answer:/\bwins @/,seen:async()=>await sa(Je,"/submit item:")!==void 0},{id:"submit",title:"Take part and submit",about:"She joins the season and hands in three races.",who:Je,channel:"general",texts:[ze("/join"),Qn(Je,"/submit","item","quantity:3 link:https://example.com/race.png")],answer:/Submitted:/},{id:"approve",title:"Approve",about:"The submission waits in #review. Press Approve.",who:Gt,channel:"review",answer:/✅ Approved by/},{id:"role",title:"See the role appear",about:"The points reach a rank, and the bot grants its role: look at her name in the list of members.",seen:e=>ei().some(t=>!e.includes(t))},{id:"claim",title:"Claim a number",about:"First come, first served.",who:Je,channel:"general",texts:[ze("/claim number:77")],answer:/ is yours\./},{id:"open",title:"Open attendance",about:"A code appears in #attendance and changes every few seconds.",who:Gt,channel:"attendance",texts:[ze("/open_attendance title:Briefing")],answer:/Opened:/},{id:"here",title:"Check in",about:"Type the code that #attendance shows, or press its button.",who:Je,channel:"attendance",texts:[el],answer:/You are (?:present|late|checked in)/},{id:"iracing",title:"Connect iRacing",about:"Follow the button to the simulated iRacing, allow it, and send the command again: it says that she is connected.",who:Je,channel:"general",texts:[ze("/connect")],answer:/✅ Your account .*is connected/}];var Jt="road.",ti=!1,Qi=!1;function oi(e){return localStorage.getItem(Jt+e)}function ii(e,t){localStorage.setItem(Jt+e,t)}function Kt(e){return oi(`done.${e.id}`)!==null}function Xi(e){return Number(oi(`filled.${e.id}`)??0)}function oa(){return oi("hidden")!==null}function eo(){return ht.find(e=>!Kt(e))}function to(e){if(Kt(e))return;e.id==="submit"&&ii("before",JSON.stringify(ei())),ii(`done.${e.id}`,"yes"),Ke();let t=eo();Mt(`Done: ${e.title}. ${t?`Next: ${t.title}.`:"That was the whole road."}`),so()}async function so(){let e=eo();if(!(Qi||!e?.seen||oa())&&!((e.texts?.length??0)>1&&Xi(e)>0)){Qi=!0;try{v.view&&await e.seen(JSON.parse(oi("before")??"[]"))&&to(e)}finally{Qi=!1}}}function ra(){ae(Ke),ae(()=>{so()}),Ps(Ke),Ns(e=>ia(e.text)),Cr(e=>ia(e.text)),addEventListener("storage",e=>{(e.key===null||e.key.startsWith(Jt))&&Ke()})}function ia(e){let t=ht.find(i=>!Kt(i)&&i.answer?.test(e));t?to(t):so()}function ri(e){let t=e?Object.keys(localStorage).filter(i=>i.startsWith(Jt)):[`${Jt}hidden`];for(let i of t)localStorage.removeItem(i);Ke()}function tl(e){return v.view?.people.find(t=>t.username===e.who)}function si(e){return F()?.channels.find(t=>t.name===e.channel)?.id}async function sl(e){let t=si(e);t&&t!==v.channel&&zt(t);let i=e.texts??[],s=Xi(e)%i.length,o=await i[s]();if(!o){Ge("There is nothing to fill in yet: look into the channel, or do the steps before.");return}Lr(o),ii(`filled.${e.id}`,String(s+1)),Ke()}function il(){ii("hidden","yes"),Ke()}function Ke(){let e=R("road");if(e.hidden=oa()||!v.view,e.hidden)return;let t=ht.filter(Kt),i=eo(),s=l("button",{type:"button",class:"icon","aria-label":"Dismiss the guided road","data-key":"road close",onclick:il},ee("close")),o=i?Xi(i):0,r=()=>{ti=!ti,Ke()},a=l("button",{type:"button","aria-expanded":String(ti),"aria-controls":"road-steps","data-key":"road all",onclick:r},`Step ${Math.min(t.length+1,ht.length)} of ${ht.length}`);if(!i){let d=l("button",{type:"button","data-key":"road again",onclick:()=>ri(!0)},"Start over");ge(e,l("div",{class:"road-line"},l("strong",{},"✓ That was the whole road."),d,s));return}let n=l("div",{class:"road-words"},l("strong",{},i.title),l("span",{class:"muted"},` ${i.about}`)),h=l("div",{class:"road-buttons"},...rl(i,o),a),m=l("ol",{id:"road-steps",hidden:!ti},...ht.map(d=>ol(d,i)));ge(e,l("div",{class:"road-line"},n,s),h,m)}function ol(e,t){let i=Kt(e),s=e===t&&l("button",{type:"button",class:"link","data-key":"road skip",onclick:()=>to(e)},"Skip"),o=l("span",{class:"tick",role:"img","aria-label":i?"Done":"Open"},i?"✓":"○");return l("li",{class:i?"done":"","aria-current":e===t&&"step"},o,` ${e.title} `,s)}function rl(e,t){let i=tl(e);if(i&&i.id!==v.view?.me.id){let r=Q(i),a=`?${new URLSearchParams({as:i.id,channel:si(e)??v.channel})}`;return[l("button",{type:"button",class:"main","data-key":"road act",onclick:()=>{bt(i.id);let h=si(e);h&&zt(h)}},`Act as ${r}`),l("a",{href:a,target:"_blank",class:"button"},`${r} in another tab`)]}let s=si(e);if(!e.texts){let r=()=>s&&zt(s);return[!!(s&&s!==v.channel)&&l("button",{type:"button",class:"main","data-key":"road go",onclick:r},`Go to #${e.channel}`)]}let o=e.texts.length>1?` (${t%e.texts.length+1} of ${e.texts.length})`:"";return[l("button",{type:"button",class:"main","data-key":"road fill",onclick:()=>{sl(e)}},`Fill in${o}`)]}var al={members:"Server members",presences:"Presences",content:"Message content"},ce="";function aa(){ae(()=>{R("toys").hidden||io()}),new MutationObserver(io).observe(R("toys"),{attributeFilter:["hidden"]})}async function he(e,t,i){try{await me(e,t),R("toy-news").textContent=i,Mt(i)}catch(s){Ge(s)}}function Me(e,t,i=""){return l("button",{type:"button",class:i,onclick:t,"data-key":`toy ${e}`},e)}function nl(){return l("p",{},Me("Show the guided road",()=>ri(!1))," ",Me("From the start",()=>ri(!0)))}function Ce(e,...t){return l("fieldset",{},l("legend",{},e),...t)}function io(){let e=v.view;if(!e||R("toys").hidden)return;let t=document.activeElement;if(t instanceof HTMLInputElement&&t.type==="text"&&R("toys").contains(t)&&t.value)return;e.people.some(o=>o.id===ce)||(ce=e.me.id);let i=l("p",{id:"toy-news",class:"muted"},document.getElementById("toy-news")?.textContent??""),s=e.bot.connected?"The bot is connected.":e.bot.refused?"Discord is down for the bot.":"The bot is not connected.";ge(R("toys"),l("h2",{},"Toys"),i,nl(),ll(),hl(),cl(),dl(),ml(),fl(),l("p",{class:"muted",id:"gateway"},s),pl(),vl())}function ll(){let e=v.view.people.map(i=>l("option",{value:i.id,selected:i.id===ce},i.global_name??i.username)),t=i=>{ce=i.target.value,io()};return l("p",{},l("label",{for:"toy-who"},"Who "),l("select",{id:"toy-who",onchange:t,"data-key":"toy-who"},...e))}function ai(){let e=v.view.people.find(t=>t.id===ce);return{it:e,name:Q(e),member:F()?.members.find(t=>t.user.id===ce)}}function hl(){let{name:e,member:t}=ai(),i=ce===v.view.me.id?v.view.status:t?.status??"offline",s=["online","idle","dnd","invisible","offline"],o=l("input",{id:"toy-custom",placeholder:"Custom status","aria-label":"Custom status"}),r=l("input",{id:"toy-game",placeholder:"Playing","aria-label":"Playing"});o.value=t?.activities.find(h=>h.type===4)?.state??"",r.value=t?.activities.find(h=>h.type===0)?.name??"";let a=l("select",{"aria-label":"Status"},...s.map(h=>l("option",{selected:h===i},h)));return Ce("Presence",a,o,r,Me("Show",()=>{let h={custom:o.value||null,playing:r.value||null};he("members",{action:"presence",user:ce,status:a.value,...h},`${e} is ${a.value}.`)}))}function cl(){let{it:e,name:t}=ai(),i=Me("Join",()=>{he("members",{action:"join",user:ce},`${t} joined.`)}),s=Me("Leave",()=>{he("members",{action:"leave",user:ce},`${t} left.`)}),o=l("input",{id:"toy-new",placeholder:"New person","aria-label":"Handle of a new person"}),r=Me("Join as new",()=>{let a=o.value.trim();a&&he("members",{action:"join",user:a},`${a} joined.`)});return Ce("Membership",e.member?s:i,o,r)}function dl(){let{name:e,member:t}=ai();if(!t)return Ce("Roles",`${e} is not in the server.`);let s=F().roles.filter(o=>o.id!==F().id&&!o.managed).map(o=>{let r=()=>{let n=t.roles.includes(o.id),h=n?t.roles.filter(m=>m!==o.id):[...t.roles,o.id];he("members",{action:"roles",user:ce,roles:h},`${e} ${n?"lost":"got"} ${o.name}.`)},a=l("input",{type:"checkbox",checked:t.roles.includes(o.id),onchange:r,"data-key":`role ${o.id}`});return l("label",{class:"check"},a,` ${o.name}`)});return Ce("Roles",...s)}function ml(){let{name:e,member:t}=ai(),i=F()?.channels.filter(a=>a.type===2)??[];if(!t||!i.length)return Ce("Voice","There is no voice channel.");let s=i.find(a=>a.voice.includes(ce)),o=a=>{let n=a.target.value,h=n?`${e} is in voice.`:`${e} left voice.`;he("members",{action:"voice",user:ce,channel:n||null},h)},r=i.map(a=>l("option",{value:a.id,selected:a===s},a.name));return Ce("Voice",l("select",{"aria-label":"Voice channel",onchange:o,"data-key":"toy-voice"},l("option",{value:""},"Not in voice"),...r))}function fl(){let e=(s,o)=>Me(s,()=>{he("clock",{advance_seconds:o},`The clock of Discord was moved by ${s.slice(1)}.`)}),t=Math.round((v.view.clock_offset_ms??0)/6e4),i=l("p",{class:"muted"},t?`Discord is ${t} minutes ahead.`:"The clock of Discord; that of Paddock stays.");return Ce("Clock",e("+1 minute",60),e("+1 hour",3600),e("+1 day",86400),i)}function pl(){let e=(o,r,a,n="")=>Me(o,()=>{he("gateway",{action:r},a)},n),t={path:"",times:3,fault:{kind:"rate_limited",scope:"user",retry_after:3}},i={path:"",times:2,fault:{kind:"status",status:503}},s=l("p",{class:"muted"},`${v.view.faults} of the bot's next requests will fail.`);return Ce("What goes wrong",e("Kill gateway","drop","The connection was cut; the bot resumes.","danger"),e("New session","forget","Discord forgot the session; the bot begins another."),v.view.bot.refused?e("End outage","up","Discord accepts connections."):e("Begin outage","down","Discord accepts no connection."),Me("Rate limit",()=>{he("faults",t,"The next 3 requests are rate limited for 3 seconds.")},"danger"),Me("Fail twice",()=>{he("faults",i,"The next 2 requests fail with 503.")}),s)}function vl(){let{refused:e}=v.view.intents,t=Object.entries(al).map(([i,s])=>{let o=async()=>{let a=e.includes(i)?e.filter(n=>n!==i):[...e,i];await he("intents",{refused:a},`${s}: ${a.includes(i)?"refused":"granted"}.`),await he("gateway",{action:"forget"},"The bot identifies again."),await he("gateway",{action:"drop"},`${s}: ${a.includes(i)?"refused":"granted"}; the bot identifies again.`)},r=l("input",{type:"checkbox",checked:e.includes(i),onchange:()=>{o()},"data-key":`intent ${i}`});return l("label",{class:"check"},r,` ${s}`)});return Ce("Refuse an intent",...t)}var Yt=new Map,Qt,na="";function la(){let e=R("scroll"),t=e.scrollHeight-e.scrollTop-e.clientHeight<80,i=JSON.stringify([v.as,v.channel,we(),v.view?.guilds.map(h=>[h.roles,h.members.map(m=>[m.nick,m.roles])])]),s=i!==na||!Qt;s&&(na=i,Yt.clear(),Qt=l("discord-messages",{"light-theme":!we()}),e.replaceChildren(Qt));let o=[...v.messages.values()].filter(h=>!v.dismissed.has(h.id));o.sort((h,m)=>BigInt(h.id)<BigInt(m.id)?-1:1);let r=new Set(o.map(h=>h.id));for(let[h,{element:m}]of Yt)r.has(h)||(m.remove(),Yt.delete(h));let a=null;for(let h of o){let m=Yt.get(h.id),d=m?.element;if(!d||JSON.stringify(m.message)!==JSON.stringify(h)){let b=Wr(h),_=d?.contains(document.activeElement)?document.activeElement.dataset.key:void 0;d?.replaceWith(b),d=b,Yt.set(h.id,{message:h,element:d}),_&&queueMicrotask(()=>b.querySelector(`[data-key="${CSS.escape(_)}"]`)?.focus())}let c=a?a.nextElementSibling:Qt.firstElementChild;c!==d&&Qt.insertBefore(d,c),a=d}let n=e.querySelector(".empty");o.length?n?.remove():n||e.append(l("p",{class:"empty muted"},"Nothing here yet. Type / to see what Paddock can do.")),e.setAttribute("aria-label",ie()?"Direct messages with Paddock":`Messages in #${Ze(v.channel)?.name??""}`),(s||t)&&requestAnimationFrame(()=>e.scrollTo({top:e.scrollHeight}))}function ul(){let e=v.view;if(!e)return;let t=Ze(v.channel),i=ie()?"Paddock":`# ${t?.name??""}`,s=(a,n,h,m="")=>l("button",{type:"button",class:`icon ${m}`,"aria-label":n,title:n,"aria-controls":a,"aria-expanded":"false","data-key":`panel ${a}`,onclick:d=>Br(a,d.currentTarget)},ee(h)),o=!v.connected&&l("span",{class:"lost",role:"status"},"Connection lost, trying again…"),r=e.bot.connected?void 0:l("span",{class:"lost",role:"status"},"The bot is offline");ge(R("bar"),s("places","Servers and channels","menu","narrow"),l("h1",{},i),t?.topic?l("p",{class:"muted topic"},t.topic):void 0,l("span",{class:"space"}),o,r,s("toys","Toys","toys"),s("people","Members","people")),document.title=`${i.replace("# ","#")} as ${Q(e.me)} – Paddock`}async function gl(){if(v.dismissed=new Set(JSON.parse(sessionStorage.getItem("dismissed")??"[]")),fr(),!v.as){let t=(await at("view",{as:"ada"}).catch(()=>{}))?.people?.find(i=>i.username==="ada");v.as=t?.id??await bl()}ea(),Kr(),ae(ul),Or(),aa(),ra(),Ur(),ae(la),Ps(la),Ns(e=>{e.author.id!==v.view?.me.id&&Mt(`${Q(e.author)}: ${e.text}`)}),Hr(()=>{gt(),Ee()}),addEventListener("popstate",()=>location.reload()),setInterval(Er,1e3),Oi()}async function bl(){return(await at("")).users.find(t=>!t.bot)?.id??""}gl();

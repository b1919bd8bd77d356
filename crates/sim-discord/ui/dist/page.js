var Ut=globalThis,qt=Ut.ShadowRoot&&(Ut.ShadyCSS===void 0||Ut.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,Us=Symbol(),no=new WeakMap,bt=class{constructor(t,i,s){if(this._$cssResult$=!0,s!==Us)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=t,this.t=i}get styleSheet(){let t=this.o,i=this.t;if(qt&&t===void 0){let s=i!==void 0&&i.length===1;s&&(t=no.get(i)),t===void 0&&((this.o=t=new CSSStyleSheet).replaceSync(this.cssText),s&&no.set(i,t))}return t}toString(){return this.cssText}},lo=e=>new bt(typeof e=="string"?e:e+"",void 0,Us),Q=(e,...t)=>{let i=e.length===1?e[0]:t.reduce((s,o,r)=>s+(a=>{if(a._$cssResult$===!0)return a.cssText;if(typeof a=="number")return a;throw Error("Value passed to 'css' function must be a 'css' function result: "+a+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(o)+e[r+1],e[0]);return new bt(i,e,Us)},ho=(e,t)=>{if(qt)e.adoptedStyleSheets=t.map(i=>i instanceof CSSStyleSheet?i:i.styleSheet);else for(let i of t){let s=document.createElement("style"),o=Ut.litNonce;o!==void 0&&s.setAttribute("nonce",o),s.textContent=i.cssText,e.appendChild(s)}},qs=qt?e=>e:e=>e instanceof CSSStyleSheet?(t=>{let i="";for(let s of t.cssRules)i+=s.cssText;return lo(i)})(e):e;var{is:Cr,defineProperty:Ar,getOwnPropertyDescriptor:Sr,getOwnPropertyNames:Vr,getOwnPropertySymbols:jr,getPrototypeOf:Dr}=Object,Ft=globalThis,co=Ft.trustedTypes,Ir=co?co.emptyScript:"",Lr=Ft.reactiveElementPolyfillSupport,_t=(e,t)=>e,yt={toAttribute(e,t){switch(t){case Boolean:e=e?Ir:null;break;case Object:case Array:e=e==null?e:JSON.stringify(e)}return e},fromAttribute(e,t){let i=e;switch(t){case Boolean:i=e!==null;break;case Number:i=e===null?null:Number(e);break;case Object:case Array:try{i=JSON.parse(e)}catch{i=null}}return i}},Wt=(e,t)=>!Cr(e,t),mo={attribute:!0,type:String,converter:yt,reflect:!1,useDefault:!1,hasChanged:Wt};Symbol.metadata??=Symbol("metadata"),Ft.litPropertyMetadata??=new WeakMap;var _e=class extends HTMLElement{static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(t,i=mo){if(i.state&&(i.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(t)&&((i=Object.create(i)).wrapped=!0),this.elementProperties.set(t,i),!i.noAccessor){let s=Symbol(),o=this.getPropertyDescriptor(t,s,i);o!==void 0&&Ar(this.prototype,t,o)}}static getPropertyDescriptor(t,i,s){let{get:o,set:r}=Sr(this.prototype,t)??{get(){return this[i]},set(a){this[i]=a}};return{get:o,set(a){let n=o?.call(this);r?.call(this,a),this.requestUpdate(t,n,s)},configurable:!0,enumerable:!0}}static getPropertyOptions(t){return this.elementProperties.get(t)??mo}static _$Ei(){if(this.hasOwnProperty(_t("elementProperties")))return;let t=Dr(this);t.finalize(),t.l!==void 0&&(this.l=[...t.l]),this.elementProperties=new Map(t.elementProperties)}static finalize(){if(this.hasOwnProperty(_t("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(_t("properties"))){let i=this.properties,s=[...Vr(i),...jr(i)];for(let o of s)this.createProperty(o,i[o])}let t=this[Symbol.metadata];if(t!==null){let i=litPropertyMetadata.get(t);if(i!==void 0)for(let[s,o]of i)this.elementProperties.set(s,o)}this._$Eh=new Map;for(let[i,s]of this.elementProperties){let o=this._$Eu(i,s);o!==void 0&&this._$Eh.set(o,i)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(t){let i=[];if(Array.isArray(t)){let s=new Set(t.flat(1/0).reverse());for(let o of s)i.unshift(qs(o))}else t!==void 0&&i.push(qs(t));return i}static _$Eu(t,i){let s=i.attribute;return s===!1?void 0:typeof s=="string"?s:typeof t=="string"?t.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(t=>this.enableUpdating=t),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(t=>t(this))}addController(t){(this._$EO??=new Set).add(t),this.renderRoot!==void 0&&this.isConnected&&t.hostConnected?.()}removeController(t){this._$EO?.delete(t)}_$E_(){let t=new Map,i=this.constructor.elementProperties;for(let s of i.keys())this.hasOwnProperty(s)&&(t.set(s,this[s]),delete this[s]);t.size>0&&(this._$Ep=t)}createRenderRoot(){let t=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return ho(t,this.constructor.elementStyles),t}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(t=>t.hostConnected?.())}enableUpdating(t){}disconnectedCallback(){this._$EO?.forEach(t=>t.hostDisconnected?.())}attributeChangedCallback(t,i,s){this._$AK(t,s)}_$ET(t,i){let s=this.constructor.elementProperties.get(t),o=this.constructor._$Eu(t,s);if(o!==void 0&&s.reflect===!0){let r=(s.converter?.toAttribute!==void 0?s.converter:yt).toAttribute(i,s.type);this._$Em=t,r==null?this.removeAttribute(o):this.setAttribute(o,r),this._$Em=null}}_$AK(t,i){let s=this.constructor,o=s._$Eh.get(t);if(o!==void 0&&this._$Em!==o){let r=s.getPropertyOptions(o),a=typeof r.converter=="function"?{fromAttribute:r.converter}:r.converter?.fromAttribute!==void 0?r.converter:yt;this._$Em=o;let n=a.fromAttribute(i,r.type);this[o]=n??this._$Ej?.get(o)??n,this._$Em=null}}requestUpdate(t,i,s,o=!1,r){if(t!==void 0){let a=this.constructor;if(o===!1&&(r=this[t]),s??=a.getPropertyOptions(t),!((s.hasChanged??Wt)(r,i)||s.useDefault&&s.reflect&&r===this._$Ej?.get(t)&&!this.hasAttribute(a._$Eu(t,s))))return;this.C(t,i,s)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(t,i,{useDefault:s,reflect:o,wrapped:r},a){s&&!(this._$Ej??=new Map).has(t)&&(this._$Ej.set(t,a??i??this[t]),r!==!0||a!==void 0)||(this._$AL.has(t)||(this.hasUpdated||s||(i=void 0),this._$AL.set(t,i)),o===!0&&this._$Em!==t&&(this._$Eq??=new Set).add(t))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(i){Promise.reject(i)}let t=this.scheduleUpdate();return t!=null&&await t,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[o,r]of this._$Ep)this[o]=r;this._$Ep=void 0}let s=this.constructor.elementProperties;if(s.size>0)for(let[o,r]of s){let{wrapped:a}=r,n=this[o];a!==!0||this._$AL.has(o)||n===void 0||this.C(o,void 0,r,n)}}let t=!1,i=this._$AL;try{t=this.shouldUpdate(i),t?(this.willUpdate(i),this._$EO?.forEach(s=>s.hostUpdate?.()),this.update(i)):this._$EM()}catch(s){throw t=!1,this._$EM(),s}t&&this._$AE(i)}willUpdate(t){}_$AE(t){this._$EO?.forEach(i=>i.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(t)),this.updated(t)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(t){return!0}update(t){this._$Eq&&=this._$Eq.forEach(i=>this._$ET(i,this[i])),this._$EM()}updated(t){}firstUpdated(t){}};_e.elementStyles=[],_e.shadowRootOptions={mode:"open"},_e[_t("elementProperties")]=new Map,_e[_t("finalized")]=new Map,Lr?.({ReactiveElement:_e}),(Ft.reactiveElementVersions??=[]).push("2.1.2");var Ws=globalThis,po=e=>e,Zt=Ws.trustedTypes,fo=Zt?Zt.createPolicy("lit-html",{createHTML:e=>e}):void 0,Zs="$lit$",ye=`lit$${Math.random().toFixed(9).slice(2)}$`,Gs="?"+ye,Or=`<${Gs}>`,Ge=document,Mt=()=>Ge.createComment(""),xt=e=>e===null||typeof e!="object"&&typeof e!="function",Js=Array.isArray,_o=e=>Js(e)||typeof e?.[Symbol.iterator]=="function",Fs=`[ 	
\f\r]`,wt=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,vo=/-->/g,uo=/>/g,We=RegExp(`>|${Fs}(?:([^\\s"'>=/]+)(${Fs}*=${Fs}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),go=/'/g,zo=/"/g,yo=/^(?:script|style|textarea|title)$/i,Ks=e=>(t,...i)=>({_$litType$:e,strings:t,values:i}),f=Ks(1),T=Ks(2),On=Ks(3),de=Symbol.for("lit-noChange"),Y=Symbol.for("lit-nothing"),bo=new WeakMap,Ze=Ge.createTreeWalker(Ge,129);function wo(e,t){if(!Js(e)||!e.hasOwnProperty("raw"))throw Error("invalid template strings array");return fo!==void 0?fo.createHTML(t):t}var Mo=(e,t)=>{let i=e.length-1,s=[],o,r=t===2?"<svg>":t===3?"<math>":"",a=wt;for(let n=0;n<i;n++){let c=e[n],p,d,l=-1,g=0;for(;g<c.length&&(a.lastIndex=g,d=a.exec(c),d!==null);)g=a.lastIndex,a===wt?d[1]==="!--"?a=vo:d[1]!==void 0?a=uo:d[2]!==void 0?(yo.test(d[2])&&(o=RegExp("</"+d[2],"g")),a=We):d[3]!==void 0&&(a=We):a===We?d[0]===">"?(a=o??wt,l=-1):d[1]===void 0?l=-2:(l=a.lastIndex-d[2].length,p=d[1],a=d[3]===void 0?We:d[3]==='"'?zo:go):a===zo||a===go?a=We:a===vo||a===uo?a=wt:(a=We,o=void 0);let b=a===We&&e[n+1].startsWith("/>")?" ":"";r+=a===wt?c+Or:l>=0?(s.push(p),c.slice(0,l)+Zs+c.slice(l)+ye+b):c+ye+(l===-2?n:b)}return[wo(e,r+(e[i]||"<?>")+(t===2?"</svg>":t===3?"</math>":"")),s]},Ht=class e{constructor({strings:t,_$litType$:i},s){let o;this.parts=[];let r=0,a=0,n=t.length-1,c=this.parts,[p,d]=Mo(t,i);if(this.el=e.createElement(p,s),Ze.currentNode=this.el.content,i===2||i===3){let l=this.el.content.firstChild;l.replaceWith(...l.childNodes)}for(;(o=Ze.nextNode())!==null&&c.length<n;){if(o.nodeType===1){if(o.hasAttributes())for(let l of o.getAttributeNames())if(l.endsWith(Zs)){let g=d[a++],b=o.getAttribute(l).split(ye),_=/([.?@])?(.*)/.exec(g);c.push({type:1,index:r,name:_[2],strings:b,ctor:_[1]==="."?Jt:_[1]==="?"?Kt:_[1]==="@"?Yt:Ke}),o.removeAttribute(l)}else l.startsWith(ye)&&(c.push({type:6,index:r}),o.removeAttribute(l));if(yo.test(o.tagName)){let l=o.textContent.split(ye),g=l.length-1;if(g>0){o.textContent=Zt?Zt.emptyScript:"";for(let b=0;b<g;b++)o.append(l[b],Mt()),Ze.nextNode(),c.push({type:2,index:++r});o.append(l[g],Mt())}}}else if(o.nodeType===8)if(o.data===Gs)c.push({type:2,index:r});else{let l=-1;for(;(l=o.data.indexOf(ye,l+1))!==-1;)c.push({type:7,index:r}),l+=ye.length-1}r++}}static createElement(t,i){let s=Ge.createElement("template");return s.innerHTML=t,s}};function Je(e,t,i=e,s){if(t===de)return t;let o=s!==void 0?i._$Co?.[s]:i._$Cl,r=xt(t)?void 0:t._$litDirective$;return o?.constructor!==r&&(o?._$AO?.(!1),r===void 0?o=void 0:(o=new r(e),o._$AT(e,i,s)),s!==void 0?(i._$Co??=[])[s]=o:i._$Cl=o),o!==void 0&&(t=Je(e,o._$AS(e,t.values),o,s)),t}var Gt=class{constructor(t,i){this._$AV=[],this._$AN=void 0,this._$AD=t,this._$AM=i}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(t){let{el:{content:i},parts:s}=this._$AD,o=(t?.creationScope??Ge).importNode(i,!0);Ze.currentNode=o;let r=Ze.nextNode(),a=0,n=0,c=s[0];for(;c!==void 0;){if(a===c.index){let p;c.type===2?p=new ot(r,r.nextSibling,this,t):c.type===1?p=new c.ctor(r,c.name,c.strings,this,t):c.type===6&&(p=new Qt(r,this,t)),this._$AV.push(p),c=s[++n]}a!==c?.index&&(r=Ze.nextNode(),a++)}return Ze.currentNode=Ge,o}p(t){let i=0;for(let s of this._$AV)s!==void 0&&(s.strings!==void 0?(s._$AI(t,s,i),i+=s.strings.length-2):s._$AI(t[i])),i++}},ot=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(t,i,s,o){this.type=2,this._$AH=Y,this._$AN=void 0,this._$AA=t,this._$AB=i,this._$AM=s,this.options=o,this._$Cv=o?.isConnected??!0}get parentNode(){let t=this._$AA.parentNode,i=this._$AM;return i!==void 0&&t?.nodeType===11&&(t=i.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(t,i=this){t=Je(this,t,i),xt(t)?t===Y||t==null||t===""?(this._$AH!==Y&&this._$AR(),this._$AH=Y):t!==this._$AH&&t!==de&&this._(t):t._$litType$!==void 0?this.$(t):t.nodeType!==void 0?this.T(t):_o(t)?this.k(t):this._(t)}O(t){return this._$AA.parentNode.insertBefore(t,this._$AB)}T(t){this._$AH!==t&&(this._$AR(),this._$AH=this.O(t))}_(t){this._$AH!==Y&&xt(this._$AH)?this._$AA.nextSibling.data=t:this.T(Ge.createTextNode(t)),this._$AH=t}$(t){let{values:i,_$litType$:s}=t,o=typeof s=="number"?this._$AC(t):(s.el===void 0&&(s.el=Ht.createElement(wo(s.h,s.h[0]),this.options)),s);if(this._$AH?._$AD===o)this._$AH.p(i);else{let r=new Gt(o,this),a=r.u(this.options);r.p(i),this.T(a),this._$AH=r}}_$AC(t){let i=bo.get(t.strings);return i===void 0&&bo.set(t.strings,i=new Ht(t)),i}k(t){Js(this._$AH)||(this._$AH=[],this._$AR());let i=this._$AH,s,o=0;for(let r of t)o===i.length?i.push(s=new e(this.O(Mt()),this.O(Mt()),this,this.options)):s=i[o],s._$AI(r),o++;o<i.length&&(this._$AR(s&&s._$AB.nextSibling,o),i.length=o)}_$AR(t=this._$AA.nextSibling,i){for(this._$AP?.(!1,!0,i);t!==this._$AB;){let s=po(t).nextSibling;po(t).remove(),t=s}}setConnected(t){this._$AM===void 0&&(this._$Cv=t,this._$AP?.(t))}},Ke=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(t,i,s,o,r){this.type=1,this._$AH=Y,this._$AN=void 0,this.element=t,this.name=i,this._$AM=o,this.options=r,s.length>2||s[0]!==""||s[1]!==""?(this._$AH=Array(s.length-1).fill(new String),this.strings=s):this._$AH=Y}_$AI(t,i=this,s,o){let r=this.strings,a=!1;if(r===void 0)t=Je(this,t,i,0),a=!xt(t)||t!==this._$AH&&t!==de,a&&(this._$AH=t);else{let n=t,c,p;for(t=r[0],c=0;c<r.length-1;c++)p=Je(this,n[s+c],i,c),p===de&&(p=this._$AH[c]),a||=!xt(p)||p!==this._$AH[c],p===Y?t=Y:t!==Y&&(t+=(p??"")+r[c+1]),this._$AH[c]=p}a&&!o&&this.j(t)}j(t){t===Y?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,t??"")}},Jt=class extends Ke{constructor(){super(...arguments),this.type=3}j(t){this.element[this.name]=t===Y?void 0:t}},Kt=class extends Ke{constructor(){super(...arguments),this.type=4}j(t){this.element.toggleAttribute(this.name,!!t&&t!==Y)}},Yt=class extends Ke{constructor(t,i,s,o,r){super(t,i,s,o,r),this.type=5}_$AI(t,i=this){if((t=Je(this,t,i,0)??Y)===de)return;let s=this._$AH,o=t===Y&&s!==Y||t.capture!==s.capture||t.once!==s.once||t.passive!==s.passive,r=t!==Y&&(s===Y||o);o&&this.element.removeEventListener(this.name,this,s),r&&this.element.addEventListener(this.name,this,t),this._$AH=t}handleEvent(t){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)}},Qt=class{constructor(t,i,s){this.element=t,this.type=6,this._$AN=void 0,this._$AM=i,this.options=s}get _$AU(){return this._$AM._$AU}_$AI(t){Je(this,t)}},xo={M:Zs,P:ye,A:Gs,C:1,L:Mo,R:Gt,D:_o,V:Je,I:ot,H:Ke,N:Kt,U:Yt,B:Jt,F:Qt},Pr=Ws.litHtmlPolyfillSupport;Pr?.(Ht,ot),(Ws.litHtmlVersions??=[]).push("3.3.3");var Ho=(e,t,i)=>{let s=i?.renderBefore??t,o=s._$litPart$;if(o===void 0){let r=i?.renderBefore??null;s._$litPart$=o=new ot(t.insertBefore(Mt(),r),r,void 0,i??{})}return o._$AI(e),o};var Ys=globalThis,q=class extends _e{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let t=super.createRenderRoot();return this.renderOptions.renderBefore??=t.firstChild,t}update(t){let i=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(t),this._$Do=Ho(i,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return de}};q._$litElement$=!0,q.finalized=!0,Ys.litElementHydrateSupport?.({LitElement:q});var Br=Ys.litElementPolyfillSupport;Br?.({LitElement:q});(Ys.litElementVersions??=[]).push("4.2.2");var te=e=>(t,i)=>{i!==void 0?i.addInitializer(()=>{customElements.define(e,t)}):customElements.define(e,t)};var Nr={attribute:!0,type:String,converter:yt,reflect:!1,hasChanged:Wt},Rr=(e=Nr,t,i)=>{let{kind:s,metadata:o}=i,r=globalThis.litPropertyMetadata.get(o);if(r===void 0&&globalThis.litPropertyMetadata.set(o,r=new Map),s==="setter"&&((e=Object.create(e)).wrapped=!0),r.set(i.name,e),s==="accessor"){let{name:a}=i;return{set(n){let c=t.get.call(this);t.set.call(this,n),this.requestUpdate(a,c,e,!0,n)},init(n){return n!==void 0&&this.C(a,void 0,e,n),n}}}if(s==="setter"){let{name:a}=i;return function(n){let c=this[a];t.call(this,n),this.requestUpdate(a,c,e,!0,n)}}throw Error("Unsupported decorator location: "+s)};function H(e){return(t,i)=>typeof i=="object"?Rr(e,t,i):((s,o,r)=>{let a=o.hasOwnProperty(r);return o.constructor.createProperty(r,s),a?Object.getOwnPropertyDescriptor(o,r):void 0})(e,t,i)}var Ur=function(e,t,i,s,o,r){function a(x){if(x!==void 0&&typeof x!="function")throw new TypeError("Function expected");return x}for(var n=s.kind,c=n==="getter"?"get":n==="setter"?"set":"value",p=!t&&e?s.static?e:e.prototype:null,d=t||(p?Object.getOwnPropertyDescriptor(p,s.name):{}),l,g=!1,b=i.length-1;b>=0;b--){var _={};for(var u in s)_[u]=u==="access"?{}:s[u];for(var u in s.access)_.access[u]=s.access[u];_.addInitializer=function(x){if(g)throw new TypeError("Cannot add initializers after decoration has completed");r.push(a(x||null))};var v=(0,i[b])(n==="accessor"?{get:d.get,set:d.set}:d[c],_);if(n==="accessor"){if(v===void 0)continue;if(v===null||typeof v!="object")throw new TypeError("Object expected");(l=a(v.get))&&(d.get=l),(l=a(v.set))&&(d.set=l),(l=a(v.init))&&o.unshift(l)}else(l=a(v))&&(n==="field"?o.unshift(l):d[c]=l)}p&&Object.defineProperty(p,s.name,d),g=!0},qr=function(e,t,i){for(var s=arguments.length>2,o=0;o<t.length;o++)i=s?t[o].call(e,i):t[o].call(e);return s?i:void 0},Qs=(()=>{let e=[te("discord-action-row")],t,i=[],s,o=q;var r=class extends o{static{s=this}static{let a=typeof Symbol=="function"&&Symbol.metadata?Object.create(o[Symbol.metadata]??null):void 0;Ur(null,t={value:s},e,{kind:"class",name:s.name,metadata:a},null,i),r=s=t.value,a&&Object.defineProperty(s,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:a})}static styles=Q`
		:host {
			display: flex;
			flex-wrap: wrap;
		}
	`;render(){return f`<slot></slot>`}static{qr(s,i)}};return r=s})();var rt={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},Ye=e=>(...t)=>({_$litDirective$:e,values:t}),Ne=class{constructor(t){}get _$AU(){return this._$AM._$AU}_$AT(t,i,s){this._$Ct=t,this._$AM=i,this._$Ci=s}_$AS(t,i){return this.update(t,i)}update(t,i){return this.render(...i)}};var ge=Ye(class extends Ne{constructor(e){if(super(e),e.type!==rt.ATTRIBUTE||e.name!=="class"||e.strings?.length>2)throw Error("`classMap()` can only be used in the `class` attribute and must be the only part in the attribute.")}render(e){return" "+Object.keys(e).filter(t=>e[t]).join(" ")+" "}update(e,[t]){if(this.st===void 0){this.st=new Set,e.strings!==void 0&&(this.nt=new Set(e.strings.join(" ").split(/\s/).filter(s=>s!=="")));for(let s in t)t[s]&&!this.nt?.has(s)&&this.st.add(s);return this.render(t)}let i=e.element.classList;for(let s of this.st)s in t||(i.remove(s),this.st.delete(s));for(let s in t){let o=!!t[s];o===this.st.has(s)||this.nt?.has(s)||(o?(i.add(s),this.st.add(s)):(i.remove(s),this.st.delete(s)))}return de}});function L(e,t,i){return e?t(e):i?.(e)}var{I:Pl}=xo;var $o=e=>e.strings===void 0;var $t=(e,t)=>{let i=e._$AN;if(i===void 0)return!1;for(let s of i)s._$AO?.(t,!1),$t(s,t);return!0},es=e=>{let t,i;do{if((t=e._$AM)===void 0)break;i=t._$AN,i.delete(e),e=t}while(i?.size===0)},ko=e=>{for(let t;t=e._$AM;e=t){let i=t._$AN;if(i===void 0)t._$AN=i=new Set;else if(i.has(e))break;i.add(e),Zr(t)}};function Fr(e){this._$AN!==void 0?(es(this),this._$AM=e,ko(this)):this._$AM=e}function Wr(e,t=!1,i=0){let s=this._$AH,o=this._$AN;if(o!==void 0&&o.size!==0)if(t)if(Array.isArray(s))for(let r=i;r<s.length;r++)$t(s[r],!1),es(s[r]);else s!=null&&($t(s,!1),es(s));else $t(this,e)}var Zr=e=>{e.type==rt.CHILD&&(e._$AP??=Wr,e._$AQ??=Fr)},ts=class extends Ne{constructor(){super(...arguments),this._$AN=void 0}_$AT(t,i,s){super._$AT(t,i,s),ko(this),this.isConnected=t._$AU}_$AO(t,i=!0){t!==this.isConnected&&(this.isConnected=t,t?this.reconnected?.():this.disconnected?.()),i&&($t(this,t),es(this))}setValue(t){if($o(this._$Ct))this._$Ct._$AI(t,this);else{let i=[...this._$Ct._$AH];i[this._$Ci]=t,this._$Ct._$AI(i,this,0)}}disconnected(){}reconnected(){}};var Xs=class extends ts{host;element;prevData={};eventData={};render(t){return Y}update(t,[i]){this.element!==t.element&&(this.element=t.element),this.host=t.options?.host??this.element,this.apply(i),this.groom(i),this.prevData={...i}}apply(t){if(!t)return;let{prevData:i,element:s}=this;for(let[o,r]of Object.entries(t)){if(r===i[o])continue;let a=o.slice(1);switch(o[0]){case"@":this.eventData[a]=r,this.applyEvent(a,r);break;case".":s[a]=r;break;case"?":r?s.setAttribute(a,""):s.removeAttribute(a);break;default:r===null?s.removeAttribute(o):s.setAttribute(o,String(r));break}}}groom(t){let{prevData:i,element:s}=this;if(i)for(let[o,r]of Object.entries(i)){let a=o.slice(1);if(!t||!(o in t)&&s[a]===r)switch(o[0]){case"@":this.groomEvent(a,r);break;case".":s[a]=void 0;break;case"?":s.removeAttribute(a);break;default:s.removeAttribute(o);break}}}applyEvent(t,i){let{prevData:s,element:o}=this;this.eventData[t]=i,s[t]&&o.removeEventListener(t,this,i),o.addEventListener(t,this,i)}groomEvent(t,i){let{element:s}=this;Reflect.deleteProperty(this.eventData,t),s.removeEventListener(t,this,i)}handleEvent(t){let i=this.eventData[t.type];typeof i=="function"?i.call(this.host,t):i.handleEvent(t)}disconnected(){let{eventData:t,element:i}=this;for(let[s,o]of Object.entries(t)){let r=s.slice(1);i.removeEventListener(r,this,o)}}reconnected(){let{eventData:t,element:i}=this;for(let[s,o]of Object.entries(t)){let r=s.slice(1);i.addEventListener(r,this,o)}}},C=Ye(Xs);var Gr=T`
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
`;function ss(e={}){return f`<svg
		${C(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Gr}
	</svg>`}var Jr=T`
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
`;function is(e={}){return f`<svg
		${C(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Jr}
	</svg>`}var Kr=T`
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
`;function os(e={}){return f`<svg
		${C(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Kr}
	</svg>`}var Yr=T`
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
`;function rs(e={}){return f`<svg
		${C(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Yr}
	</svg>`}var Qr=T`
	<path d="M6.563.875h-.438V.438H4.812v1.313h-.438V.875h-.436V.438h-.875v.438h-.438v.875h-.437V.438H.875v.438H.438v1.75h.438v.438h.875v.438h.438v.875h.438v.438h.438v.438h.875v-.438h.438v-.438h.438V3.5h.438v-.437h.875v-.438h.438z" fill="#ff7fc0"/>
	<path d="M3.938 0h-.875v.438h.875zm-1.75 0H.875v.438h1.313zm3.938 0H4.813v.438h1.313zm.438.438h-.438v.438h.438zm.438.438h-.438v1.75h.438zM4.377.438h-.439v.438h.438v.875h.438V.438zm-2.189 0v1.313h.438V.875h.438V.438zm-1.313 0H.438v.438h.438zM.438.875H0v1.75h.438zm.438 1.75H.438v.438h.438zm.875.438H.875v.438h.875zm4.375 0h-.875v.438h.875zm.438-.438h-.438v.438h.438zM5.251 3.938V3.5h-.438v.875h1.75v-.437zM1.75 3.5v.438H.438v.438h1.75V3.5zm-1.313.875H0v1.75h.438zm.438 1.75H.438v.438h.438zm5.25.438H.875v.438h5.25zm.438-.438h-.438v.438h.438zm.438-1.75h-.438v1.75h.438zm-4.376 0h-.437v.438h.438zm.438.438h-.438v.438h.438zm1.313 0h-.438v.438h.438zm.438-.438h-.438v.438h.438zm-.875.875h-.876v.438h.875z" fill="#000"/>
	<path d="M4.813 4.375v.438h-.438v.438h-.437v.438h-.875v-.438h-.438v-.438h-.437v-.438H.438v1.75h.438v.438h5.25v-.438h.438v-1.75z" fill="#6be473"/>
	<path d="M1.75 5.25h-.437v.438h.438zm-.438-.438H.875v.438h.438zM5.25 6.125v-.438h-.438v.438h-.874v-.438h-.875v.438h-.875v-.438H1.75v.438H.875v.438h5.25v-.438zm.438-.875H5.25v.438h.438zm.438-.438h-.438v.438h.438zm.438.875h-.438v.438h.438z" fill="#008456"/>
	<path d="M2.625 3.938h-.437v.438h.438zm.438.438h-.438v.438h.438zm1.313 0h-.438v.438h.438zm.438-.438h-.438v.438h.438zm.438-.875h-.438v.438h.438zm.875-.438h-.438v.438h.438zm.438-.875h-.438v.875h.438zM3.94 4.813h-.877v.438h.875z" fill="#ff1c90"/>
	<path d="M4.375 5.25h-.437v.438h.438zm.438-.438h-.438v.438h.438zm.438-.438h-.438v.438h.438zm-4.813.001v.875h.438v-.438h1.313v-.438zm.438-3.5H.438v.875h.438zM2.189.437H.875v.438h1.313zm.875.438h-.439v.438h.438zm.875-.438h-.876v.438h.875zm1.313 0h-.438v.875h.438V.875h.875V.438z" fill="#f0f0f0"/>
`;function as(e={}){return f`<svg
		${C(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Qr}
	</svg>`}var Xr=T`
	<path d="M3.063.875v.438h.875V.875zm.875-.438v.438h1.75V.438zm1.75.438v.438h.438V.875zm.438.438v.438h.438v-.438zm.438.438v2.188h.438V1.75zm-.438 2.188v.875h.438v-.876zm-.438.875v.438h.438v-.438zm-.875.438v.438h.875v-.438zm-.875.438v.438h.875V5.69zm-.875.438v.438h.875v-.438z" fill="#000"/>
	<path d="M6.563 1.75h-.438v-.437h-.438V.875H3.938v.438h-.875V.875h-1.75v.438H.875v.438H.438v2.188h.438v.875h.438v.438h.875v.438h.875v.438h.875V5.69h.875v-.438h.875v-.438h.438v-.876h.438z" fill="#ff7fc0"/>
	<path d="M6.563 1.75h-.438v2.188h.438zm-.438 2.188h-.438v.875h.438zm-4.812 0H.875v.875h.438zm4.375.875h-.875v.438h.875zm-.875.438h-.875v.438h.875zm-.875.438h-.875v.438h.875zm-.875-.438h-.875v.438h.875zm-.875-.438h-.875v.438h.875z" fill="#ff1b90"/>
	<path d="M1.313.438v.438h1.75V.438zM.875.875v.438h.438V.875zm-.437.438v.438h.438v-.438zM0 1.75v2.188h.438V1.75zm.438 2.188v.875h.438v-.875zm.438.875v.438h.438v-.438zm.438.438v.438h.875v-.438zm.875.438v.438h.875v-.438z" fill="#000"/>
	<path d="M1.313.875v.438h1.75V.875zm2.625 0v.438h1.75V.875zm-.875.438v.438h.875v-.438z" fill="#f0f0f0"/>
	<path opacity=".6" d="M4.813 2.625v-.437h-.875v.438h-.875v-.438h-.875v.438H1.75v1.313h.438v.438h.879v.438h.875v-.438h.871v-.439h.438V2.625z" fill="#fff"/>
	<path d="M5.688 1.313v.438h.438v-.438zm-4.813 0v.438h.438v-.438zm.438.438v.438h.438V1.75zM.438 1.75v.875h.438V1.75z" fill="#f0f0f0"/>
`;function ns(e={}){return f`<svg
		${C(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Xr}
	</svg>`}var ea=T`
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
`;function ls(e={}){return f`<svg
		${C(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${ea}
	</svg>`}var ta=T`
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
`;function hs(e={}){return f`<svg
		${C(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${ta}
	</svg>`}var sa=T`
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
`;function cs(e={}){return f`<svg
		${C(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${sa}
	</svg>`}var ia=T`
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
`;function ds(e={}){return f`<svg
		${C(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${ia}
	</svg>`}var oa=T`
	<path d="M6.125 2.188v-.875h-.438V.875h-.438V.438h-.875v.438h.438v.438h.438v1.75h-.438v.438h-.438v.438H2.625V3.5h-.437v-.437H1.75v-1.75h.438V.875h.438V.438H1.75v.438h-.437v.438H.875v.875H.438v2.625h.438v.875h.438v.438h.875v.438h2.625v-.438h.875v-.438h.438v-.875h.438V2.188z" fill="#b79cf8"/>
	<path d="M2.625 0H1.75v.438h.875zM.875 1.313H.438v.875h.438zm1.313 0H1.75v1.75h.438zm2.188 2.188H2.625v.438h1.75z" fill="#000"/>
	<path d="M4.375 3.938h-1.75v.438h1.75z" fill="#f0f0f0"/>
	<path d="M.438 2.188H0v2.625h.438zm4.375 4.375H2.188v.438h2.625z" fill="#000"/>
	<path d="M.875 4.375H.438v.438h.438zm4.813.875h-.875v.438H2.188V5.25h-.875v-.438H.875v.875h.438v.438h.875v.438h2.625v-.438h.875v-.438h.438v-.875h-.438zm.875-.875h-.438v.438h.438z" fill="#816bee"/>
	<path d="M1.75.438h-.437v.438h.438zm-.437.437H.875v.438h.438z" fill="#000"/>
	<path d="M2.625.438H1.75v.438h.875zM1.75.875h-.437v.438h.438zm-.437.438H.875v.438h.438zm-.438.875H.438v.438h.438zm.438.438H.875v.438h.438zm.875.438H1.75v.438h.438zm.438.438h-.438v.438h.438zm2.625-.438h-.438v.438h.438zM4.813.439h-.438v.438h.438zm0 3.063h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.063.438h-.438v.438h.438zm-.438.437h-.437v.438h.438zm0 2.188h-.437v.438h.438zm-1.75 1.75H.438v.875h.438zm.438.875H.875v.438h.438zM5.251 0h-.875v.438h.875zm.438 6.125h-.875v.438h.875zm-3.5 0h-.876v.438h.875zm4.374-4.812h-.438v.875h.438zm-1.313 0h-.438v1.75h.438zM7 2.188h-.438v2.625H7zM5.687.438h-.438v.438h.438zm.438.438h-.438v.438h.438zM4.375.438h-.437v.438h.438zm.438.438h-.438v.438h.438zm0 2.188h-.438v.438h.438zm1.75 1.75h-.438v.875h.438zm-.438.875h-.438v.438h.438z" fill="#000"/>
	<path d="M2.188.875H1.75v.438h.438z" fill="#b79cf8"/>
`;function ms(e={}){return f`<svg
		${C(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${oa}
	</svg>`}var ra=T`
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
`;function ps(e={}){return f`<svg
		${C(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${ra}
	</svg>`}var aa=T`
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
`;function fs(e={}){return f`<svg
		${C(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${aa}
	</svg>`}var na=T`
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
`;function vs(e={}){return f`<svg
		${C(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${na}
	</svg>`}var la=T`
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
`;function us(e={}){return f`<svg
		${C(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${la}
	</svg>`}var ha=T`
	<path d="M5.688 1.313V.875h-.875v.438h-.438V.875h-.437V.438h-.875v.438h-.438v.438h-.437V.875h-.875v.438H.875v1.75h.875v.438h.438v-.438h2.625v.438h.438v-.438h.875v-1.75z" fill="#d1cdd5"/>
	<path d="M6.125 3.938V3.5h-1.75v-.437h-1.75v.438H.875v.438H.438v1.313h.438v.438h1.75v.438h.438v.438h.875v-.438h.438V5.69h1.75v-.438h.438V3.938z" fill="#57595f"/>
	<path d="M3.938 0h-.875v.438h.875zm-.875.438h-.438v.438h.438zm1.313 0h-.438v.438h.438zm1.313 0h-.875v.438h.875zm.438.438h-.438v.438h.438zm-1.313 0h-.438v.438h.438zM2.625.875h-.437v.438h.438zM2.188.438h-.875v.438h.875zm-1.313.875H.438v1.75h.438zm.438-.438H.875v.438h.438zM.875 3.5H.438v.438h.438zm-.437.438H0v1.313h.438zm.438 1.313H.438v.438h.438zm1.75.438H.875v.438h1.75zm.438.438h-.439v.438h.438zm.875.438h-.876v.438h.875zm.438-.438h-.439v.438h.438zm1.75-.438h-1.75v.438h1.75zm.438-.438h-.438v.438h.438zm.438-1.313h-.438v1.313h.438zM6.565 3.5h-.438v.438h.438zm0-2.188h-.438v1.75h.438zM2.188 3.5H1.75v.438h.438zm.438-.438h-.438V3.5h.438zm1.75-.438H2.625v.438h1.75zm.438.438h-.438V3.5h.438zm.438.438h-.438v.438h.438zm.438-.438h-.438V3.5h.875v-.437zm-4.377.001H.875v.438h.875v-.438z" fill="#000"/>
	<path d="M.875 4.813H.438v.438h.438zm.438.438H.875v.438h.438zm1.75.438h-.438v.438h.438zm1.313 0h-.438v.438h.438zm-.438.438h-.875v.438h.875zm2.188-.875h-.438v.438h.438zm.438-1.313h-.438v1.313h.438z" fill="#35363a"/>
	<path d="M1.313 2.625H.875v.438h.438zm.875.438H1.75v.438h.438zm3.063 0h-.438v.438h.438zm-2.626-.438h-.437v.438h.438zm2.188 0h-.438v.438h.438z" fill="#847d8b"/>
	<path d="M5.25 3.063h-.438v.438h.438zm-.875-.875h-1.75v.438h1.75zm1.75-.438h-.438v1.313h.438z" fill="#847d8b"/>
	<path d="M1.75 1.75h-.437v.438h.438zm-.437-.437H.875v.438h.438zm.875-.438h-.875v.438h.875zm.875 0h-.438v.438h.438zm.875-.438h-.875v.438h.875zm.438.438h-.438v.438h.438zm1.313 0h-.875v.438h.875zm.438.438h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M.875 3.938H.438v.438h.438zm.438-.438H.875v.438h.438zm1.313 0h-.438v.438h.438zm1.75-.438H2.625V3.5h1.75zm.875.875h-.438v.438h.438zm.875-.438h-.875v.438h.875z" fill="#d8d8d8"/>
`;function gs(e={}){return f`<svg
		${C(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${ha}
	</svg>`}var ca=T`
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
`;function zs(e={}){return f`<svg
		${C(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${ca}
	</svg>`}var da=T`
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
`;function bs(e={}){return f`<svg
		${C(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${da}
	</svg>`}var ma=T`
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
`;function _s(e={}){return f`<svg
		${C(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${ma}
	</svg>`}var pa=T`
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
`;function ys(e={}){return f`<svg
		${C(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${pa}
	</svg>`}var fa=T`
	<path d="M5.688 2.625v-.437H5.25V1.75h-.438v-.437h-.438V.875h-.436V.438h-.875v.438h-.438v.438h-.437v.438H1.75v.438h-.437v.438H.875v.875H.438v2.188h.438v.438h.875v.438h3.5v-.438h.875v-.438h.438V3.5h-.438v-.875z" fill="#0abbff"/>
	<path d="M3.063 0v.438h.875V0zm-.438.438v.438h.438V.438zm1.313 0v.438h.438V.438zm.438.438v.438h.438V.875zm.438.438v.438h.438v-.439zm.438.438v.438h.438v-.44zm.438.438v.438h.438v-.44zm.438.438v.875h.438v-.878zm-5.69-.003V3.5h.438v-.875zM0 3.5v2.188h.438V3.5zm6.563 0v2.188h.438V3.5zM2.188.875v.438h.438V.875zm-.438.438v.438h.438v-.438zm-.437.437v.438h.438V1.75zm-.438.438v.438h.438v-.438zm-.438 3.5v.438h.438v-.438zm5.688 0v.438h.438v-.438zm-4.375.875v.438h3.5v-.438z" fill="#000"/>
	<path d="M1.75 6.125v.438h3.5v-.438z" fill="#4282d8"/>
	<path d="M.875 6.125v.438h.875v-.438zm5.25.438v-.438H5.25v.438z" fill="#000"/>
	<path d="M3.063.438v.438h.875V.438z" fill="#fff"/>
	<path opacity=".5" d="M4.813 3.5v-.437h-.438v-.438h-.437v-.437h-.875v.438h-.438v.438h-.437v.438H1.75v1.313h.438v.438h2.625v-.438h.438V3.5z" fill="#fff"/>
	<path d="M2.625.875v.438h.438V.875zm-.437.438v.438h.438v-.438zm.438.438v.438h.438V1.75zM1.75 1.75v.438h.438V1.75zm-.437.438v.438h.438v-.438zm-.438.437V3.5h.438v-.875zM.438 3.5v.875h.438V3.5z" fill="#fff"/>
	<path d="M5.25 2.188v.438h.438v-.438zm.438.438v.875h.438v-.876zm.438.875v1.75h-.438v.438H5.25v.438h.875v-.438h.438V3.5zM.875 6.125h.875v-.438H.875z" fill="#4282d8"/>
`;function ws(e={}){return f`<svg
		${C(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${fa}
	</svg>`}var va=globalThis.$discordMessage??{};function Qe(){return va}var ei={blue:"https://cdn.discordapp.com/embed/avatars/0.png",gray:"https://cdn.discordapp.com/embed/avatars/1.png",green:"https://cdn.discordapp.com/embed/avatars/2.png",orange:"https://cdn.discordapp.com/embed/avatars/3.png",red:"https://cdn.discordapp.com/embed/avatars/4.png",pink:"https://cdn.discordapp.com/embed/avatars/5.png"},ti=Qe().avatars??{},Ms=Object.assign(ei,ti,{default:ei[ti.default]??ti.default??ei.blue}),Eo=Qe().profiles??{},To=Qe().defaultTheme==="light"?"light":"dark",Co=Qe().defaultMode==="compact"?"compact":"cozy",Ao=Qe().defaultBackground==="none"?"none":"discord",So=new Map([["heart",ns()],["crystal",ss()],["diamond",is()],["explosion",os()],["flame",rs()],["flower",as()],["key",ls()],["leaf",hs()],["lightning",cs()],["magic",ds()],["moon",ms()],["mushroom",ps()],["mythical",fs()],["ornament",vs()],["plasma",us()],["rock",gs()],["shell",zs()],["skull",bs()],["sun",_s()],["sword",ys()],["water",ws()]]);var xs=class extends Error{constructor(t){super(t),this.name="DiscordComponentsError"}},ua=new Intl.DateTimeFormat("en-US",{day:"2-digit",month:"2-digit",year:"numeric"}),ga=new Intl.DateTimeFormat("en-US",{hour12:!0,hour:"2-digit",minute:"2-digit"}),za=new Intl.DateTimeFormat("en-US",{hour12:!1,hour:"2-digit",minute:"2-digit"}),ba=e=>e instanceof Date?ua.format(e):e,_a=(e,t=!1)=>e instanceof Date?t?za.format(e):ga.format(e):e;function at(e,t=!1,i=!1){if(!(e instanceof Date)&&typeof e!="string")throw new TypeError("Timestamp prop must be a Date object or a string.");return t?_a(e,i):ba(e)}var ya=/(?:<(?<animated>a)?:(?<name>\w{2,32}):)?(?<id>\d{17,21})>?/;function Hs(e){let t=Qe().emojis?.[e];if(t)return t;let i=ya.exec(e);if(i?.groups){let{name:s,id:o,animated:r}=i.groups;return{name:s,url:`https://cdn.discordapp.com/emojis/${o}.${r?"gif":"png"}`}}}function Vo(e){if(e)return So.get(e)??e}var wa=T`
	<path
		fill="currentColor"
		d="M10 5V3H5.375C4.06519 3 3 4.06519 3 5.375V18.625C3 19.936 4.06519 21 5.375 21H18.625C19.936 21 21 19.936 21 18.625V14H19V19H5V5H10Z"
	/>
	<path fill="currentColor" d="M21 2.99902H14V4.99902H17.586L9.29297 13.292L10.707 14.706L19 6.41302V9.99902H21V2.99902Z"
	/>
`;function si(e={}){return f`<svg ${C(e)} class="discord-button-launch" aria-hidden="false" width="16" height="16" viewBox="0 0 24 24">
		${wa}
	</svg>`}var Xe=function(e,t,i,s,o,r){function a(x){if(x!==void 0&&typeof x!="function")throw new TypeError("Function expected");return x}for(var n=s.kind,c=n==="getter"?"get":n==="setter"?"set":"value",p=!t&&e?s.static?e:e.prototype:null,d=t||(p?Object.getOwnPropertyDescriptor(p,s.name):{}),l,g=!1,b=i.length-1;b>=0;b--){var _={};for(var u in s)_[u]=u==="access"?{}:s[u];for(var u in s.access)_.access[u]=s.access[u];_.addInitializer=function(x){if(g)throw new TypeError("Cannot add initializers after decoration has completed");r.push(a(x||null))};var v=(0,i[b])(n==="accessor"?{get:d.get,set:d.set}:d[c],_);if(n==="accessor"){if(v===void 0)continue;if(v===null||typeof v!="object")throw new TypeError("Object expected");(l=a(v.get))&&(d.get=l),(l=a(v.set))&&(d.set=l),(l=a(v.init))&&o.unshift(l)}else(l=a(v))&&(n==="field"?o.unshift(l):d[c]=l)}p&&Object.defineProperty(p,s.name,d),g=!0},re=function(e,t,i){for(var s=arguments.length>2,o=0;o<t.length;o++)i=s?t[o].call(e,i):t[o].call(e);return s?i:void 0},ii=(()=>{let e=[te("discord-button")],t,i=[],s,o=q,r,a=[],n=[],c,p=[],d=[],l,g=[],b=[],_,u=[],v=[],x,I=[],D=[],F,E=[],k=[];var N=class extends o{static{s=this}static{let O=typeof Symbol=="function"&&Symbol.metadata?Object.create(o[Symbol.metadata]??null):void 0;r=[H({reflect:!0,attribute:"emoji"})],c=[H({reflect:!0,attribute:"emoji-name"})],l=[H({reflect:!0,attribute:"url"})],_=[H({type:Boolean,reflect:!0,attribute:"disabled"})],x=[H({reflect:!0,attribute:"type"})],F=[H({reflect:!0,attribute:"modal-id"})],Xe(this,null,r,{kind:"accessor",name:"emoji",static:!1,private:!1,access:{has:V=>"emoji"in V,get:V=>V.emoji,set:(V,J)=>{V.emoji=J}},metadata:O},a,n),Xe(this,null,c,{kind:"accessor",name:"emojiName",static:!1,private:!1,access:{has:V=>"emojiName"in V,get:V=>V.emojiName,set:(V,J)=>{V.emojiName=J}},metadata:O},p,d),Xe(this,null,l,{kind:"accessor",name:"url",static:!1,private:!1,access:{has:V=>"url"in V,get:V=>V.url,set:(V,J)=>{V.url=J}},metadata:O},g,b),Xe(this,null,_,{kind:"accessor",name:"disabled",static:!1,private:!1,access:{has:V=>"disabled"in V,get:V=>V.disabled,set:(V,J)=>{V.disabled=J}},metadata:O},u,v),Xe(this,null,x,{kind:"accessor",name:"type",static:!1,private:!1,access:{has:V=>"type"in V,get:V=>V.type,set:(V,J)=>{V.type=J}},metadata:O},I,D),Xe(this,null,F,{kind:"accessor",name:"modalId",static:!1,private:!1,access:{has:V=>"modalId"in V,get:V=>V.modalId,set:(V,J)=>{V.modalId=J}},metadata:O},E,k),Xe(null,t={value:s},e,{kind:"class",name:s.name,metadata:O},null,i),N=s=t.value,O&&Object.defineProperty(s,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:O})}static styles=Q`
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
	`;#e=re(this,a,void 0);get emoji(){return this.#e}set emoji(O){this.#e=O}#t=(re(this,n),re(this,p,"emoji"));get emojiName(){return this.#t}set emojiName(O){this.#t=O}#s=(re(this,d),re(this,g,void 0));get url(){return this.#s}set url(O){this.#s=O}#i=(re(this,b),re(this,u,!1));get disabled(){return this.#i}set disabled(O){this.#i=O}#o=(re(this,v),re(this,I,"secondary"));get type(){return this.#o}set type(O){this.#o=O}#r=(re(this,D),re(this,E,void 0));get modalId(){return this.#r}set modalId(O){this.#r=O}validButtonTypes=(re(this,k),new Set(["primary","secondary","success","destructive"]));checkType(){if(this.type){if(typeof this.type!="string")throw new TypeError("DiscordButton `type` prop must be a string.");if(!this.validButtonTypes.has(this.type))throw new RangeError("DiscordButton `type` prop must be one of: 'primary', 'secondary', 'success', 'destructive'")}}checkParentElement(){if(this.parentElement?.tagName.toLowerCase()!=="discord-action-row")throw new xs("All <discord-button> components must be direct children of <discord-action-row>.")}handleButtonClick(){if(this.modalId){let O=this.parentElement?.parentElement?.parentElement?.parentElement;if(O?.tagName?.toLowerCase()==="discord-messages"){let V=O?.querySelector("discord-modal"),J=V?.shadowRoot?.querySelector(`dialog#${this.modalId}`),ce=J?.querySelector("div.discord-modal-box");if(J instanceof HTMLDialogElement&&ce instanceof HTMLDivElement&&(J.showModal(),ce.style.display="flex",V)){let ue=globalThis.getComputedStyle(globalThis.document.body).overflow;V.originalBodyOverflow=ue,globalThis.document.body.style.overflow="hidden"}}}}render(){this.checkType(),this.checkParentElement();let O=this.url&&!this.disabled,V=f`
			${L(this.emoji,()=>f`<img src=${this.emoji} alt=${this.emojiName} draggable="true" class="emoji" />`)}
			<span>
				<slot></slot>
			</span>
			${L(this.url,()=>si())}
		`;return O?f`<a class="secondary" href=${this.url} target="_blank" rel="noopener noreferrer">${V}</a>`:f`<button
			class=${ge({[this.type]:!0,disabled:this.disabled,hoverable:!this.disabled})}
			@click=${this.handleButtonClick}
		>
			${V}
		</button>`}static{re(s,i)}};return N=s})();var Re=class extends Event{constructor(t,i,s,o){super("context-request",{bubbles:!0,composed:!0}),this.context=t,this.contextTarget=i,this.callback=s,this.subscribe=o??!1}};var nt=class{constructor(t,i,s,o){if(this.subscribe=!1,this.provided=!1,this.value=void 0,this.t=(r,a)=>{this.unsubscribe&&(this.unsubscribe!==a&&(this.provided=!1,this.unsubscribe()),this.subscribe||this.unsubscribe()),this.value=r,this.host.requestUpdate(),this.provided&&!this.subscribe||(this.provided=!0,this.callback&&this.callback(r,a)),this.unsubscribe=a},this.host=t,i.context!==void 0){let r=i;this.context=r.context,this.callback=r.callback,this.subscribe=r.subscribe??!1}else this.context=i,this.callback=s,this.subscribe=o??!1;this.host.addController(this)}hostConnected(){this.dispatchRequest()}hostDisconnected(){this.unsubscribe&&(this.unsubscribe(),this.unsubscribe=void 0)}dispatchRequest(){this.host.dispatchEvent(new Re(this.context,this.host,this.t,this.subscribe))}};var $s=class{get value(){return this.o}set value(t){this.setValue(t)}setValue(t,i=!1){let s=i||!Object.is(t,this.o);this.o=t,s&&this.updateObservers()}constructor(t){this.subscriptions=new Map,this.updateObservers=()=>{for(let[i,{disposer:s}]of this.subscriptions)i(this.o,s)},t!==void 0&&(this.value=t)}addCallback(t,i,s){if(!s)return void t(this.value);this.subscriptions.has(t)||this.subscriptions.set(t,{disposer:()=>{this.subscriptions.delete(t)},consumerHost:i});let{disposer:o}=this.subscriptions.get(t);t(this.value,o)}clearCallbacks(){this.subscriptions.clear()}};var oi=class extends Event{constructor(t,i){super("context-provider",{bubbles:!0,composed:!0}),this.context=t,this.contextTarget=i}},lt=class extends $s{constructor(t,i,s){super(i.context!==void 0?i.initialValue:s),this.onContextRequest=o=>{if(o.context!==this.context)return;let r=o.contextTarget??o.composedPath()[0];r!==this.host&&(o.stopPropagation(),this.addCallback(o.callback,r,o.subscribe))},this.onProviderRequest=o=>{if(o.context!==this.context||(o.contextTarget??o.composedPath()[0])===this.host)return;let r=new Set;for(let[a,{consumerHost:n}]of this.subscriptions)r.has(a)||(r.add(a),n.dispatchEvent(new Re(this.context,n,a,!0)));o.stopPropagation()},this.host=t,i.context!==void 0?this.context=i.context:this.context=i,this.attachListeners(),this.host.addController?.(this)}attachListeners(){this.host.addEventListener("context-request",this.onContextRequest),this.host.addEventListener("context-provider",this.onProviderRequest)}hostConnected(){this.host.dispatchEvent(new oi(this.context,this.host))}};function kt({context:e}){return(t,i)=>{let s=new WeakMap;if(typeof i=="object")return{get(){return t.get.call(this)},set(o){return s.get(this).setValue(o),t.set.call(this,o)},init(o){return s.set(this,new lt(this,{context:e,initialValue:o})),o}};{t.constructor.addInitializer((a=>{s.set(a,new lt(a,{context:e}))}));let o=Object.getOwnPropertyDescriptor(t,i),r;if(o===void 0){let a=new WeakMap;r={get(){return a.get(this)},set(n){s.get(this).setValue(n),a.set(this,n)},configurable:!0,enumerable:!0}}else{let a=o.set;r={...o,set(n){s.get(this).setValue(n),a?.call(this,n)}}}return void Object.defineProperty(t,i,r)}}}function ie({context:e,subscribe:t}){return(i,s)=>{typeof s=="object"?s.addInitializer((function(){new nt(this,{context:e,callback:o=>{i.set.call(this,o)},subscribe:t})})):i.constructor.addInitializer((o=>{new nt(o,{context:e,callback:r=>{o[s]=r},subscribe:t})}))}}var W=e=>e??Y;var jo="important",xa=" !"+jo,Et=Ye(class extends Ne{constructor(e){if(super(e),e.type!==rt.ATTRIBUTE||e.name!=="style"||e.strings?.length>2)throw Error("The `styleMap` directive must be used in the `style` attribute and must be the only part in the attribute.")}render(e){return Object.keys(e).reduce((t,i)=>{let s=e[i];return s==null?t:t+`${i=i.includes("-")?i:i.replace(/(?:^(webkit|moz|ms|o)|)(?=[A-Z])/g,"-$&").toLowerCase()}:${s};`},"")}update(e,[t]){let{style:i}=e.element;if(this.ft===void 0)return this.ft=new Set(Object.keys(t)),this.render(t);for(let s of this.ft)t[s]==null&&(this.ft.delete(s),s.includes("-")?i.removeProperty(s):i[s]=null);for(let s in t){let o=t[s];if(o!=null){this.ft.add(s);let r=typeof o=="string"&&o.endsWith(xa);s.includes("-")||r?i.setProperty(s,r?o.slice(0,-11):o,r?jo:""):i[s]=o}}return de}});var ht=function(e,t,i,s,o,r){function a(x){if(x!==void 0&&typeof x!="function")throw new TypeError("Function expected");return x}for(var n=s.kind,c=n==="getter"?"get":n==="setter"?"set":"value",p=!t&&e?s.static?e:e.prototype:null,d=t||(p?Object.getOwnPropertyDescriptor(p,s.name):{}),l,g=!1,b=i.length-1;b>=0;b--){var _={};for(var u in s)_[u]=u==="access"?{}:s[u];for(var u in s.access)_.access[u]=s.access[u];_.addInitializer=function(x){if(g)throw new TypeError("Cannot add initializers after decoration has completed");r.push(a(x||null))};var v=(0,i[b])(n==="accessor"?{get:d.get,set:d.set}:d[c],_);if(n==="accessor"){if(v===void 0)continue;if(v===null||typeof v!="object")throw new TypeError("Object expected");(l=a(v.get))&&(d.get=l),(l=a(v.set))&&(d.set=l),(l=a(v.init))&&o.unshift(l)}else(l=a(v))&&(n==="field"?o.unshift(l):d[c]=l)}p&&Object.defineProperty(p,s.name,d),g=!0},me=function(e,t,i){for(var s=arguments.length>2,o=0;o<t.length;o++)i=s?t[o].call(e,i):t[o].call(e);return s?i:void 0},A8=(()=>{let e=[te("discord-custom-emoji")],t,i=[],s,o=q,r,a=[],n=[],c,p=[],d=[],l,g=[],b=[],_,u=[],v=[],x,I=[],D=[];var F=class extends o{static{s=this}static{let E=typeof Symbol=="function"&&Symbol.metadata?Object.create(o[Symbol.metadata]??null):void 0;r=[H()],c=[H()],l=[H({attribute:!1})],_=[H({type:Boolean,attribute:"embed-emoji"})],x=[H({type:Boolean,attribute:"jumbo"})],ht(this,null,r,{kind:"accessor",name:"name",static:!1,private:!1,access:{has:k=>"name"in k,get:k=>k.name,set:(k,N)=>{k.name=N}},metadata:E},a,n),ht(this,null,c,{kind:"accessor",name:"url",static:!1,private:!1,access:{has:k=>"url"in k,get:k=>k.url,set:(k,N)=>{k.url=N}},metadata:E},p,d),ht(this,null,l,{kind:"accessor",name:"customEmojisMap",static:!1,private:!1,access:{has:k=>"customEmojisMap"in k,get:k=>k.customEmojisMap,set:(k,N)=>{k.customEmojisMap=N}},metadata:E},g,b),ht(this,null,_,{kind:"accessor",name:"embedEmoji",static:!1,private:!1,access:{has:k=>"embedEmoji"in k,get:k=>k.embedEmoji,set:(k,N)=>{k.embedEmoji=N}},metadata:E},u,v),ht(this,null,x,{kind:"accessor",name:"jumbo",static:!1,private:!1,access:{has:k=>"jumbo"in k,get:k=>k.jumbo,set:(k,N)=>{k.jumbo=N}},metadata:E},I,D),ht(null,t={value:s},e,{kind:"class",name:s.name,metadata:E},null,i),F=s=t.value,E&&Object.defineProperty(s,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:E})}static styles=Q`
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
	`;#e=me(this,a,void 0);get name(){return this.#e}set name(E){this.#e=E}#t=(me(this,n),me(this,p,void 0));get url(){return this.#t}set url(E){this.#t=E}#s=(me(this,d),me(this,g,{}));get customEmojisMap(){return this.#s}set customEmojisMap(E){this.#s=E}#i=(me(this,b),me(this,u,void 0));get embedEmoji(){return this.#i}set embedEmoji(E){this.#i=E}#o=(me(this,v),me(this,I,void 0));get jumbo(){return this.#o}set jumbo(E){this.#o=E}willUpdate(){if(!this.url&&this.name){let E=Hs(this.name)??this.customEmojisMap[this.name];E&&(this.url??=E.url??"",this.embedEmoji??=E.embedEmoji??!1)}}render(){let E=`:${this.name}:`;return f`<span
			class=${ge({"discord-embed-custom-emoji":this.embedEmoji,"discord-custom-emoji":!this.embedEmoji})}
			><img
				aria-label=${E}
				src=${W(this.url)}
				alt=${E}
				draggable="false"
				class=${ge({"discord-embed-custom-emoji-image":this.embedEmoji,"discord-custom-emoji-image":!this.embedEmoji,"discord-custom-jumbo-emoji-image":this.jumbo})}
		/></span> `}constructor(){super(...arguments),me(this,D)}static{me(s,i)}};return F=s})();var Ha=T`
	<path
		fill="currentColor"
		d="M18.91 12.98a5.45 5.45 0 0 1 2.18 6.2c-.1.33-.09.68.1.96l.83 1.32a1 1 0 0 1-.84 1.54h-5.5A5.6 5.6 0 0 1 10 17.5a5.6 5.6 0 0 1 5.68-5.5c1.2 0 2.32.36 3.23.98Z"
	/>
	<path
		fill="currentColor"
		d="M19.24 10.86c.32.16.72-.02.74-.38L20 10c0-4.42-4.03-8-9-8s-9 3.58-9 8c0 1.5.47 2.91 1.28 4.11.14.21.12.49-.06.67l-1.51 1.51A1 1 0 0 0 2.4 18h5.1a.5.5 0 0 0 .49-.5c0-4.2 3.5-7.5 7.68-7.5 1.28 0 2.5.3 3.56.86Z"
	/>
`;function ri(e={}){return f`<svg
		${C(e)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 20 20"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Ha}
	</svg>`}var $a=T`
	<path
		fill="currentColor"
		fill-rule="evenodd"
		clip-rule="evenodd"
		d="M10.99 3.16A1 1 0 1 0 9 2.84L8.15 8H4a1 1 0 0 0 0 2h3.82l-.67 4H3a1 1 0 1 0 0 2h3.82l-.8 4.84a1 1 0 0 0 1.97.32L8.85 16h4.97l-.8 4.84a1 1 0 0 0 1.97.32l.86-5.16H20a1 1 0 1 0 0-2h-3.82l.67-4H21a1 1 0 1 0 0-2h-3.82l.8-4.84a1 1 0 1 0-1.97-.32L15.15 8h-4.97l.8-4.84ZM14.15 14l.67-4H9.85l-.67 4h4.97Z"
	/>
`;function ai(e={}){return f`<svg
		${C(e)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${$a}
	</svg>`}var ka=T`
	<path
		fill="currentColor"
		d="M12 2.81a1 1 0 0 1 0-1.41l.36-.36a1 1 0 0 1 1.41 0l9.2 9.2a1 1 0 0 1 0 1.4l-.7.7a1 1 0 0 1-1.3.13l-9.54-6.72a1 1 0 0 1-.08-1.58l1-1L12 2.8ZM12 21.2a1 1 0 0 1 0 1.41l-.35.35a1 1 0 0 1-1.41 0l-9.2-9.19a1 1 0 0 1 0-1.41l.7-.7a1 1 0 0 1 1.3-.12l9.54 6.72a1 1 0 0 1 .07 1.58l-1 1 .35.36ZM15.66 16.8a1 1 0 0 1-1.38.28l-8.49-5.66A1 1 0 1 1 6.9 9.76l8.49 5.65a1 1 0 0 1 .27 1.39ZM17.1 14.25a1 1 0 1 0 1.11-1.66L9.73 6.93a1 1 0 0 0-1.11 1.66l8.49 5.66Z"
	/>
`;function ni(e={}){return f`<svg
		${C(e)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${ka}
	</svg>`}var Ea=T`
	<path
		fill="currentColor"
		fill-rule="evenodd"
		clip-rule="evenodd"
		d="M6 9h1V6a5 5 0 0 1 10 0v3h1a3 3 0 0 1 3 3v8a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3v-8a3 3 0 0 1 3-3Zm9-3v3H9V6a3 3 0 1 1 6 0Zm-1 8a2 2 0 0 1-1 1.73V18a1 1 0 1 1-2 0v-2.27A2 2 0 1 1 14 14Z"
	/>
`;function li(e={}){return f`<svg
		${C(e)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Ea}
	</svg>`}var Ta=T`
	<path
		fill="currentColor"
		d="M12 3a1 1 0 0 0-1-1h-.06a1 1 0 0 0-.74.32L5.92 7H3a1 1 0 0 0-1 1v8a1 1 0 0 0 1 1h2.92l4.28 4.68a1 1 0 0 0 .74.32H11a1 1 0 0 0 1-1V3ZM15.1 20.75c-.58.14-1.1-.33-1.1-.92v-.03c0-.5.37-.92.85-1.05a7 7 0 0 0 0-13.5A1.11 1.11 0 0 1 14 4.2v-.03c0-.6.52-1.06 1.1-.92a9 9 0 0 1 0 17.5Z"
	/>
	<path
		fill="currentColor"
		d="M15.16 16.51c-.57.28-1.16-.2-1.16-.83v-.14c0-.43.28-.8.63-1.02a3 3 0 0 0 0-5.04c-.35-.23-.63-.6-.63-1.02v-.14c0-.63.59-1.1 1.16-.83a5 5 0 0 1 0 9.02Z"
	/>
`;function hi(e={}){return f`<svg
		${C(e)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Ta}
	</svg>`}var ct=function(e,t,i,s,o,r){function a(x){if(x!==void 0&&typeof x!="function")throw new TypeError("Function expected");return x}for(var n=s.kind,c=n==="getter"?"get":n==="setter"?"set":"value",p=!t&&e?s.static?e:e.prototype:null,d=t||(p?Object.getOwnPropertyDescriptor(p,s.name):{}),l,g=!1,b=i.length-1;b>=0;b--){var _={};for(var u in s)_[u]=u==="access"?{}:s[u];for(var u in s.access)_.access[u]=s.access[u];_.addInitializer=function(x){if(g)throw new TypeError("Cannot add initializers after decoration has completed");r.push(a(x||null))};var v=(0,i[b])(n==="accessor"?{get:d.get,set:d.set}:d[c],_);if(n==="accessor"){if(v===void 0)continue;if(v===null||typeof v!="object")throw new TypeError("Object expected");(l=a(v.get))&&(d.get=l),(l=a(v.set))&&(d.set=l),(l=a(v.init))&&o.unshift(l)}else(l=a(v))&&(n==="field"?o.unshift(l):d[c]=l)}p&&Object.defineProperty(p,s.name,d),g=!0},pe=function(e,t,i){for(var s=arguments.length>2,o=0;o<t.length;o++)i=s?t[o].call(e,i):t[o].call(e);return s?i:void 0},we="light-theme",et="compact-mode",ci="no-background",di=(()=>{let e=[te("discord-messages")],t,i=[],s,o=q,r,a=[],n=[],c,p=[],d=[],l,g=[],b=[],_,u=[],v=[],x,I=[],D=[];var F=class extends o{static{s=this}static{let E=typeof Symbol=="function"&&Symbol.metadata?Object.create(o[Symbol.metadata]??null):void 0;r=[kt({context:we}),H({type:Boolean,reflect:!0,attribute:"light-theme"})],c=[kt({context:ci}),H({type:Boolean,reflect:!0,attribute:"no-background"})],l=[kt({context:et}),H({type:Boolean,reflect:!0,attribute:"compact-mode"})],_=[H({reflect:!0,attribute:"channel-type"})],x=[H({reflect:!0,attribute:"channel-name"})],ct(this,null,r,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:k=>"lightTheme"in k,get:k=>k.lightTheme,set:(k,N)=>{k.lightTheme=N}},metadata:E},a,n),ct(this,null,c,{kind:"accessor",name:"noBackground",static:!1,private:!1,access:{has:k=>"noBackground"in k,get:k=>k.noBackground,set:(k,N)=>{k.noBackground=N}},metadata:E},p,d),ct(this,null,l,{kind:"accessor",name:"compactMode",static:!1,private:!1,access:{has:k=>"compactMode"in k,get:k=>k.compactMode,set:(k,N)=>{k.compactMode=N}},metadata:E},g,b),ct(this,null,_,{kind:"accessor",name:"channelType",static:!1,private:!1,access:{has:k=>"channelType"in k,get:k=>k.channelType,set:(k,N)=>{k.channelType=N}},metadata:E},u,v),ct(this,null,x,{kind:"accessor",name:"channelName",static:!1,private:!1,access:{has:k=>"channelName"in k,get:k=>k.channelName,set:(k,N)=>{k.channelName=N}},metadata:E},I,D),ct(null,t={value:s},e,{kind:"class",name:s.name,metadata:E},null,i),F=s=t.value,E&&Object.defineProperty(s,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:E})}static styles=Q`
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
	`;#e=pe(this,a,!1);get lightTheme(){return this.#e}set lightTheme(E){this.#e=E}#t=(pe(this,n),pe(this,p,!1));get noBackground(){return this.#t}set noBackground(E){this.#t=E}#s=(pe(this,d),pe(this,g,!1));get compactMode(){return this.#s}set compactMode(E){this.#s=E}#i=(pe(this,b),pe(this,u,void 0));get channelType(){return this.#i}set channelType(E){this.#i=E}#o=(pe(this,v),pe(this,I,void 0));get channelName(){return this.#o}set channelName(E){this.#o=E}connectedCallback(){super.connectedCallback(),(this.lightTheme||To==="light"&&this.lightTheme)&&(this.lightTheme=!0),(this.compactMode||Co==="compact"&&this.compactMode)&&(this.compactMode=!0),(this.noBackground||Ao==="none"&&this.noBackground)&&(this.noBackground=!0)}render(){let E;switch(this.channelType){case"text":E=f`${ai()}`;break;case"voice":E=f`${hi()}`;break;case"locked":E=f`${li()}`;break;case"thread":E=f`${ni()}`;break;case"forum":E=f`${ri()}`;break}return f`
			${L(this.channelType&&this.channelName,()=>f`<div class="discord-channel-header">
						<div class="discord-channel-icon">${E}</div>
						<div class="discord-channel-name">${this.channelName}</div>
					</div>`)}
			<slot></slot>
		`}constructor(){super(...arguments),pe(this,D)}static{pe(s,i)}};return F=s})();var ae=function(e,t,i,s,o,r){function a(x){if(x!==void 0&&typeof x!="function")throw new TypeError("Function expected");return x}for(var n=s.kind,c=n==="getter"?"get":n==="setter"?"set":"value",p=!t&&e?s.static?e:e.prototype:null,d=t||(p?Object.getOwnPropertyDescriptor(p,s.name):{}),l,g=!1,b=i.length-1;b>=0;b--){var _={};for(var u in s)_[u]=u==="access"?{}:s[u];for(var u in s.access)_.access[u]=s.access[u];_.addInitializer=function(x){if(g)throw new TypeError("Cannot add initializers after decoration has completed");r.push(a(x||null))};var v=(0,i[b])(n==="accessor"?{get:d.get,set:d.set}:d[c],_);if(n==="accessor"){if(v===void 0)continue;if(v===null||typeof v!="object")throw new TypeError("Object expected");(l=a(v.get))&&(d.get=l),(l=a(v.set))&&(d.set=l),(l=a(v.init))&&o.unshift(l)}else(l=a(v))&&(n==="field"?o.unshift(l):d[c]=l)}p&&Object.defineProperty(p,s.name,d),g=!0},Z=function(e,t,i){for(var s=arguments.length>2,o=0;o<t.length;o++)i=s?t[o].call(e,i):t[o].call(e);return s?i:void 0},mi=(()=>{let e=[te("discord-embed")],t,i=[],s,o=q,r,a=[],n=[],c,p=[],d=[],l,g=[],b=[],_,u=[],v=[],x,I=[],D=[],F,E=[],k=[],N,O=[],V=[],J,ce=[],ue=[],Ee,Te=[],Ce=[],Ae,Se=[],Ve=[],je,De=[],Ie=[],Le,Oe=[],Pe=[];var Be=class extends o{static{s=this}static{let S=typeof Symbol=="function"&&Symbol.metadata?Object.create(o[Symbol.metadata]??null):void 0;r=[H()],c=[H({attribute:"author-name"})],l=[H({attribute:"author-image"})],_=[H({attribute:"author-url"})],x=[H({attribute:"embed-title"})],F=[H({attribute:!1})],N=[H()],J=[H()],Ee=[H()],Ae=[H()],je=[H()],Le=[ie({context:we,subscribe:!0}),H({type:Boolean,reflect:!0,attribute:"light-theme"})],ae(this,null,r,{kind:"accessor",name:"color",static:!1,private:!1,access:{has:M=>"color"in M,get:M=>M.color,set:(M,P)=>{M.color=P}},metadata:S},a,n),ae(this,null,c,{kind:"accessor",name:"authorName",static:!1,private:!1,access:{has:M=>"authorName"in M,get:M=>M.authorName,set:(M,P)=>{M.authorName=P}},metadata:S},p,d),ae(this,null,l,{kind:"accessor",name:"authorImage",static:!1,private:!1,access:{has:M=>"authorImage"in M,get:M=>M.authorImage,set:(M,P)=>{M.authorImage=P}},metadata:S},g,b),ae(this,null,_,{kind:"accessor",name:"authorUrl",static:!1,private:!1,access:{has:M=>"authorUrl"in M,get:M=>M.authorUrl,set:(M,P)=>{M.authorUrl=P}},metadata:S},u,v),ae(this,null,x,{kind:"accessor",name:"embedTitle",static:!1,private:!1,access:{has:M=>"embedTitle"in M,get:M=>M.embedTitle,set:(M,P)=>{M.embedTitle=P}},metadata:S},I,D),ae(this,null,F,{kind:"accessor",name:"embedEmojisMap",static:!1,private:!1,access:{has:M=>"embedEmojisMap"in M,get:M=>M.embedEmojisMap,set:(M,P)=>{M.embedEmojisMap=P}},metadata:S},E,k),ae(this,null,N,{kind:"accessor",name:"url",static:!1,private:!1,access:{has:M=>"url"in M,get:M=>M.url,set:(M,P)=>{M.url=P}},metadata:S},O,V),ae(this,null,J,{kind:"accessor",name:"thumbnail",static:!1,private:!1,access:{has:M=>"thumbnail"in M,get:M=>M.thumbnail,set:(M,P)=>{M.thumbnail=P}},metadata:S},ce,ue),ae(this,null,Ee,{kind:"accessor",name:"image",static:!1,private:!1,access:{has:M=>"image"in M,get:M=>M.image,set:(M,P)=>{M.image=P}},metadata:S},Te,Ce),ae(this,null,Ae,{kind:"accessor",name:"video",static:!1,private:!1,access:{has:M=>"video"in M,get:M=>M.video,set:(M,P)=>{M.video=P}},metadata:S},Se,Ve),ae(this,null,je,{kind:"accessor",name:"provider",static:!1,private:!1,access:{has:M=>"provider"in M,get:M=>M.provider,set:(M,P)=>{M.provider=P}},metadata:S},De,Ie),ae(this,null,Le,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:M=>"lightTheme"in M,get:M=>M.lightTheme,set:(M,P)=>{M.lightTheme=P}},metadata:S},Oe,Pe),ae(null,t={value:s},e,{kind:"class",name:s.name,metadata:S},null,i),Be=s=t.value,S&&Object.defineProperty(s,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:S})}static styles=Q`
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
	`;#e=Z(this,a,void 0);get color(){return this.#e}set color(S){this.#e=S}#t=(Z(this,n),Z(this,p,void 0));get authorName(){return this.#t}set authorName(S){this.#t=S}#s=(Z(this,d),Z(this,g,void 0));get authorImage(){return this.#s}set authorImage(S){this.#s=S}#i=(Z(this,b),Z(this,u,void 0));get authorUrl(){return this.#i}set authorUrl(S){this.#i=S}#o=(Z(this,v),Z(this,I,void 0));get embedTitle(){return this.#o}set embedTitle(S){this.#o=S}#r=(Z(this,D),Z(this,E,{}));get embedEmojisMap(){return this.#r}set embedEmojisMap(S){this.#r=S}#a=(Z(this,k),Z(this,O,void 0));get url(){return this.#a}set url(S){this.#a=S}#n=(Z(this,V),Z(this,ce,void 0));get thumbnail(){return this.#n}set thumbnail(S){this.#n=S}#l=(Z(this,ue),Z(this,Te,void 0));get image(){return this.#l}set image(S){this.#l=S}#h=(Z(this,Ce),Z(this,Se,void 0));get video(){return this.#h}set video(S){this.#h=S}#c=(Z(this,Ve),Z(this,De,void 0));get provider(){return this.#c}set provider(S){this.#c=S}#d=(Z(this,Ie),Z(this,Oe,!1));get lightTheme(){return this.#d}set lightTheme(S){this.#d=S}render(){let S=this.parseTitle(this.authorName),M=this.parseTitle(this.embedTitle);return f`<div style=${Et({"background-color":this.color})} class="discord-left-border"></div>
			<div class="discord-embed-root">
				<div class="discord-embed-wrapper">
					<div class="discord-embed-grid">
						${L(this.provider,()=>f`<div class="discord-embed-provider">${this.provider}</div>`)}
						${L(S,()=>f`<div class="discord-embed-author">
									${L(this.authorImage,()=>f`<img src=${W(this.authorImage)} alt="" class="discord-author-image" />`)}
									${L(this.authorUrl,()=>f`<a
												href=${W(this.authorUrl)}
												target="_blank"
												rel="noopener noreferrer"
												class="discord-embed-author-block"
											>
												<span class="discord-embed-author-block">${S}</span>
											</a>`,()=>f`<span class="discord-embed-author-block">${S}</span>`)}
								</div>`)}
						${L(M,()=>f`<div class="discord-embed-title">
									${this.url?f`<a href="${this.url}" target="_blank" rel="noopener noreferrer"> ${M} </a>`:f`${M}`}
								</div>`)}
						<slot name="description"></slot>
						<slot name="fields"></slot>
						${L(this.image||this.video,()=>f`<div class=${ge({"discord-embed-media":!0,"discord-embed-media-video":!!this.video})}>
									${this.renderMedia()}
								</div>`)}
						${L(this.thumbnail,()=>f`<img src=${W(this.thumbnail)} alt="" class="discord-embed-thumbnail" />`)}
						<slot name="footer"></slot>
					</div>
				</div>
			</div>`}renderMedia(){return this.video?f`
				<video
					controls
					muted
					preload="none"
					poster=${W(this.image)}
					src=${W(this.video)}
					height="225"
					width="400"
					class="discord-embed-video"
				>
					<img src=${W(this.image)} alt="Discord embed media" class="discord-embed-image" />
				</video>
			`:this.image?f`<img src=${W(this.image)} alt="Discord embed media" class="discord-embed-image" />`:null}parseTitle(S){if(!S)return null;let M=[],P="";for(let A of S.split(`
`)){for(let w of A.split(" ")){let B=Hs(w)??this.embedEmojisMap[w]??{};B.name?M.push(f`<discord-custom-emoji name=${B.name} url=${W(B.url)} embed-emoji></discord-custom-emoji>`):P+=`${w} `,P===" "&&M.push(f`<br />`)}M.push(P),P=""}return M.map(A=>typeof A=="string"?f`<span>${A}</span>`:A)}constructor(){super(...arguments),Z(this,Pe)}static{Z(s,i)}};return Be=s})();var Ca=function(e,t,i,s,o,r){function a(x){if(x!==void 0&&typeof x!="function")throw new TypeError("Function expected");return x}for(var n=s.kind,c=n==="getter"?"get":n==="setter"?"set":"value",p=!t&&e?s.static?e:e.prototype:null,d=t||(p?Object.getOwnPropertyDescriptor(p,s.name):{}),l,g=!1,b=i.length-1;b>=0;b--){var _={};for(var u in s)_[u]=u==="access"?{}:s[u];for(var u in s.access)_.access[u]=s.access[u];_.addInitializer=function(x){if(g)throw new TypeError("Cannot add initializers after decoration has completed");r.push(a(x||null))};var v=(0,i[b])(n==="accessor"?{get:d.get,set:d.set}:d[c],_);if(n==="accessor"){if(v===void 0)continue;if(v===null||typeof v!="object")throw new TypeError("Object expected");(l=a(v.get))&&(d.get=l),(l=a(v.set))&&(d.set=l),(l=a(v.init))&&o.unshift(l)}else(l=a(v))&&(n==="field"?o.unshift(l):d[c]=l)}p&&Object.defineProperty(p,s.name,d),g=!0},Aa=function(e,t,i){for(var s=arguments.length>2,o=0;o<t.length;o++)i=s?t[o].call(e,i):t[o].call(e);return s?i:void 0},Sa=(()=>{let e=[te("discord-embed-description")],t,i=[],s,o=q;var r=class extends o{static{s=this}static{let a=typeof Symbol=="function"&&Symbol.metadata?Object.create(o[Symbol.metadata]??null):void 0;Ca(null,t={value:s},e,{kind:"class",name:s.name,metadata:a},null,i),r=s=t.value,a&&Object.defineProperty(s,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:a})}static styles=Q`
		:host {
			font-size: 0.875rem;
			font-weight: 400;
			grid-column: 1/1;
			line-height: 1.125rem;
			margin-top: 8px;
			min-width: 0;
		}
	`;render(){return f`<slot></slot>`}static{Aa(s,i)}};return r=s})();var Tt=function(e,t,i,s,o,r){function a(x){if(x!==void 0&&typeof x!="function")throw new TypeError("Function expected");return x}for(var n=s.kind,c=n==="getter"?"get":n==="setter"?"set":"value",p=!t&&e?s.static?e:e.prototype:null,d=t||(p?Object.getOwnPropertyDescriptor(p,s.name):{}),l,g=!1,b=i.length-1;b>=0;b--){var _={};for(var u in s)_[u]=u==="access"?{}:s[u];for(var u in s.access)_.access[u]=s.access[u];_.addInitializer=function(x){if(g)throw new TypeError("Cannot add initializers after decoration has completed");r.push(a(x||null))};var v=(0,i[b])(n==="accessor"?{get:d.get,set:d.set}:d[c],_);if(n==="accessor"){if(v===void 0)continue;if(v===null||typeof v!="object")throw new TypeError("Object expected");(l=a(v.get))&&(d.get=l),(l=a(v.set))&&(d.set=l),(l=a(v.init))&&o.unshift(l)}else(l=a(v))&&(n==="field"?o.unshift(l):d[c]=l)}p&&Object.defineProperty(p,s.name,d),g=!0},Me=function(e,t,i){for(var s=arguments.length>2,o=0;o<t.length;o++)i=s?t[o].call(e,i):t[o].call(e);return s?i:void 0},Va=(()=>{let e=[te("discord-embed-footer")],t,i=[],s,o=q,r,a=[],n=[],c,p=[],d=[],l,g=[],b=[],_,u=[],v=[];var x=class extends o{static{s=this}static{let I=typeof Symbol=="function"&&Symbol.metadata?Object.create(o[Symbol.metadata]??null):void 0;r=[H({attribute:"footer-image"})],c=[H({attribute:"footer-image-alt"})],l=[H({type:String,reflect:!0,converter:D=>at(D),attribute:!0})],_=[ie({context:we,subscribe:!0}),H({type:Boolean,reflect:!0,attribute:"light-theme"})],Tt(this,null,r,{kind:"accessor",name:"footerImage",static:!1,private:!1,access:{has:D=>"footerImage"in D,get:D=>D.footerImage,set:(D,F)=>{D.footerImage=F}},metadata:I},a,n),Tt(this,null,c,{kind:"accessor",name:"footerImageAlt",static:!1,private:!1,access:{has:D=>"footerImageAlt"in D,get:D=>D.footerImageAlt,set:(D,F)=>{D.footerImageAlt=F}},metadata:I},p,d),Tt(this,null,l,{kind:"accessor",name:"timestamp",static:!1,private:!1,access:{has:D=>"timestamp"in D,get:D=>D.timestamp,set:(D,F)=>{D.timestamp=F}},metadata:I},g,b),Tt(this,null,_,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:D=>"lightTheme"in D,get:D=>D.lightTheme,set:(D,F)=>{D.lightTheme=F}},metadata:I},u,v),Tt(null,t={value:s},e,{kind:"class",name:s.name,metadata:I},null,i),x=s=t.value,I&&Object.defineProperty(s,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:I})}static styles=Q`
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
	`;#e=Me(this,a,void 0);get footerImage(){return this.#e}set footerImage(I){this.#e=I}#t=(Me(this,n),Me(this,p,void 0));get footerImageAlt(){return this.#t}set footerImageAlt(I){this.#t=I}#s=(Me(this,d),Me(this,g,void 0));get timestamp(){return this.#s}set timestamp(I){this.#s=I}#i=(Me(this,b),Me(this,u,!1));get lightTheme(){return this.#i}set lightTheme(I){this.#i=I}updateTimestamp(I){I&&!Number.isNaN(new Date(I).getTime())&&(this.timestamp=at(I))}render(){return this.updateTimestamp(this.timestamp),f`${L(this.footerImage,()=>f`<img src=${W(this.footerImage)} alt=${W(this.footerImageAlt)} class="discord-footer-image" />`)}
			<slot></slot>
			${L(this.timestamp,()=>f`<span class="discord-footer-separator">&bull;</span>`)}
			${L(this.timestamp,()=>` ${this.timestamp}`,()=>null)}`}constructor(){super(...arguments),Me(this,v)}static{Me(s,i)}};return x=s})();var ja=T`
	<path d="M7.4,11.17,4,8.62,5,7.26l2,1.53L10.64,4l1.36,1Z" fill="currentColor" />
`;function Ct(e={}){return f`<svg
		${C(e)}
		class="discord-application-tag-verified"
		aria-label="Verified App"
		aria-hidden="false"
		width="16"
		height="16"
		viewBox="0 0 16 15.2"
		xmlns="http://www.w3.org/2000/svg"
	>
		${ja}
	</svg>`}var pi=function(e,t,i,s,o,r){function a(x){if(x!==void 0&&typeof x!="function")throw new TypeError("Function expected");return x}for(var n=s.kind,c=n==="getter"?"get":n==="setter"?"set":"value",p=!t&&e?s.static?e:e.prototype:null,d=t||(p?Object.getOwnPropertyDescriptor(p,s.name):{}),l,g=!1,b=i.length-1;b>=0;b--){var _={};for(var u in s)_[u]=u==="access"?{}:s[u];for(var u in s.access)_.access[u]=s.access[u];_.addInitializer=function(x){if(g)throw new TypeError("Cannot add initializers after decoration has completed");r.push(a(x||null))};var v=(0,i[b])(n==="accessor"?{get:d.get,set:d.set}:d[c],_);if(n==="accessor"){if(v===void 0)continue;if(v===null||typeof v!="object")throw new TypeError("Object expected");(l=a(v.get))&&(d.get=l),(l=a(v.set))&&(d.set=l),(l=a(v.init))&&o.unshift(l)}else(l=a(v))&&(n==="field"?o.unshift(l):d[c]=l)}p&&Object.defineProperty(p,s.name,d),g=!0},At=function(e,t,i){for(var s=arguments.length>2,o=0;o<t.length;o++)i=s?t[o].call(e,i):t[o].call(e);return s?i:void 0},Nc=(()=>{let e=[te("discord-verified-author-tag")],t,i=[],s,o=q,r,a=[],n=[],c,p=[],d=[];var l=class extends o{static{s=this}static{let g=typeof Symbol=="function"&&Symbol.metadata?Object.create(o[Symbol.metadata]??null):void 0;r=[H({type:Boolean})],c=[ie({context:et}),H({type:Boolean,reflect:!0,attribute:"compact-mode"})],pi(this,null,r,{kind:"accessor",name:"verified",static:!1,private:!1,access:{has:b=>"verified"in b,get:b=>b.verified,set:(b,_)=>{b.verified=_}},metadata:g},a,n),pi(this,null,c,{kind:"accessor",name:"compactMode",static:!1,private:!1,access:{has:b=>"compactMode"in b,get:b=>b.compactMode,set:(b,_)=>{b.compactMode=_}},metadata:g},p,d),pi(null,t={value:s},e,{kind:"class",name:s.name,metadata:g},null,i),l=s=t.value,g&&Object.defineProperty(s,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:g})}static styles=Q`
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
	`;#e=At(this,a,!1);get verified(){return this.#e}set verified(g){this.#e=g}#t=(At(this,n),At(this,p,!1));get compactMode(){return this.#t}set compactMode(g){this.#t=g}render(){return f`${L(this.verified,()=>Ct())}App`}constructor(){super(...arguments),At(this,d)}static{At(s,i)}};return l=s})();var oe=function(e,t,i,s,o,r){function a(x){if(x!==void 0&&typeof x!="function")throw new TypeError("Function expected");return x}for(var n=s.kind,c=n==="getter"?"get":n==="setter"?"set":"value",p=!t&&e?s.static?e:e.prototype:null,d=t||(p?Object.getOwnPropertyDescriptor(p,s.name):{}),l,g=!1,b=i.length-1;b>=0;b--){var _={};for(var u in s)_[u]=u==="access"?{}:s[u];for(var u in s.access)_.access[u]=s.access[u];_.addInitializer=function(x){if(g)throw new TypeError("Cannot add initializers after decoration has completed");r.push(a(x||null))};var v=(0,i[b])(n==="accessor"?{get:d.get,set:d.set}:d[c],_);if(n==="accessor"){if(v===void 0)continue;if(v===null||typeof v!="object")throw new TypeError("Object expected");(l=a(v.get))&&(d.get=l),(l=a(v.set))&&(d.set=l),(l=a(v.init))&&o.unshift(l)}else(l=a(v))&&(n==="field"?o.unshift(l):d[c]=l)}p&&Object.defineProperty(p,s.name,d),g=!0},U=function(e,t,i){for(var s=arguments.length>2,o=0;o<t.length;o++)i=s?t[o].call(e,i):t[o].call(e);return s?i:void 0},e4=(()=>{let e=[te("discord-author-info")],t,i=[],s,o=q,r,a=[],n=[],c,p=[],d=[],l,g=[],b=[],_,u=[],v=[],x,I=[],D=[],F,E=[],k=[],N,O=[],V=[],J,ce=[],ue=[],Ee,Te=[],Ce=[],Ae,Se=[],Ve=[],je,De=[],Ie=[],Le,Oe=[],Pe=[],Be,S=[],M=[];var P=class extends o{static{s=this}static{let A=typeof Symbol=="function"&&Symbol.metadata?Object.create(o[Symbol.metadata]??null):void 0;r=[H()],c=[H({type:Boolean})],l=[H({type:Boolean})],_=[H({type:Boolean,attribute:"official-app"})],x=[H({type:Boolean})],F=[H({attribute:"role-color"})],N=[H({attribute:"role-icon"})],J=[H({attribute:"role-name"})],Ee=[H({attribute:"clan-icon"})],Ae=[H({attribute:"clan-tag"})],je=[H({type:Boolean})],Le=[ie({context:et}),H({type:Boolean,reflect:!0,attribute:"compact-mode"})],Be=[ie({context:we}),H({type:Boolean,reflect:!0,attribute:"light-theme"})],oe(this,null,r,{kind:"accessor",name:"author",static:!1,private:!1,access:{has:w=>"author"in w,get:w=>w.author,set:(w,B)=>{w.author=B}},metadata:A},a,n),oe(this,null,c,{kind:"accessor",name:"bot",static:!1,private:!1,access:{has:w=>"bot"in w,get:w=>w.bot,set:(w,B)=>{w.bot=B}},metadata:A},p,d),oe(this,null,l,{kind:"accessor",name:"server",static:!1,private:!1,access:{has:w=>"server"in w,get:w=>w.server,set:(w,B)=>{w.server=B}},metadata:A},g,b),oe(this,null,_,{kind:"accessor",name:"officialApp",static:!1,private:!1,access:{has:w=>"officialApp"in w,get:w=>w.officialApp,set:(w,B)=>{w.officialApp=B}},metadata:A},u,v),oe(this,null,x,{kind:"accessor",name:"op",static:!1,private:!1,access:{has:w=>"op"in w,get:w=>w.op,set:(w,B)=>{w.op=B}},metadata:A},I,D),oe(this,null,F,{kind:"accessor",name:"roleColor",static:!1,private:!1,access:{has:w=>"roleColor"in w,get:w=>w.roleColor,set:(w,B)=>{w.roleColor=B}},metadata:A},E,k),oe(this,null,N,{kind:"accessor",name:"roleIcon",static:!1,private:!1,access:{has:w=>"roleIcon"in w,get:w=>w.roleIcon,set:(w,B)=>{w.roleIcon=B}},metadata:A},O,V),oe(this,null,J,{kind:"accessor",name:"roleName",static:!1,private:!1,access:{has:w=>"roleName"in w,get:w=>w.roleName,set:(w,B)=>{w.roleName=B}},metadata:A},ce,ue),oe(this,null,Ee,{kind:"accessor",name:"clanIcon",static:!1,private:!1,access:{has:w=>"clanIcon"in w,get:w=>w.clanIcon,set:(w,B)=>{w.clanIcon=B}},metadata:A},Te,Ce),oe(this,null,Ae,{kind:"accessor",name:"clanTag",static:!1,private:!1,access:{has:w=>"clanTag"in w,get:w=>w.clanTag,set:(w,B)=>{w.clanTag=B}},metadata:A},Se,Ve),oe(this,null,je,{kind:"accessor",name:"verified",static:!1,private:!1,access:{has:w=>"verified"in w,get:w=>w.verified,set:(w,B)=>{w.verified=B}},metadata:A},De,Ie),oe(this,null,Le,{kind:"accessor",name:"compactMode",static:!1,private:!1,access:{has:w=>"compactMode"in w,get:w=>w.compactMode,set:(w,B)=>{w.compactMode=B}},metadata:A},Oe,Pe),oe(this,null,Be,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:w=>"lightTheme"in w,get:w=>w.lightTheme,set:(w,B)=>{w.lightTheme=B}},metadata:A},S,M),oe(null,t={value:s},e,{kind:"class",name:s.name,metadata:A},null,i),P=s=t.value,A&&Object.defineProperty(s,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:A})}static styles=Q`
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
	`;#e=U(this,a,void 0);get author(){return this.#e}set author(A){this.#e=A}#t=(U(this,n),U(this,p,!1));get bot(){return this.#t}set bot(A){this.#t=A}#s=(U(this,d),U(this,g,!1));get server(){return this.#s}set server(A){this.#s=A}#i=(U(this,b),U(this,u,!1));get officialApp(){return this.#i}set officialApp(A){this.#i=A}#o=(U(this,v),U(this,I,!1));get op(){return this.#o}set op(A){this.#o=A}#r=(U(this,D),U(this,E,void 0));get roleColor(){return this.#r}set roleColor(A){this.#r=A}#a=(U(this,k),U(this,O,void 0));get roleIcon(){return this.#a}set roleIcon(A){this.#a=A}#n=(U(this,V),U(this,ce,void 0));get roleName(){return this.#n}set roleName(A){this.#n=A}#l=(U(this,ue),U(this,Te,void 0));get clanIcon(){return this.#l}set clanIcon(A){this.#l=A}#h=(U(this,Ce),U(this,Se,void 0));get clanTag(){return this.#h}set clanTag(A){this.#h=A}#c=(U(this,Ve),U(this,De,!1));get verified(){return this.#c}set verified(A){this.#c=A}#d=(U(this,Ie),U(this,Oe,!1));get compactMode(){return this.#d}set compactMode(A){this.#d=A}#m=(U(this,Pe),U(this,S,!1));get lightTheme(){return this.#m}set lightTheme(A){this.#m=A}render(){let A=Vo(this.clanIcon),w=this.clanTag?.slice(0,4);return f`${L(this.compactMode,()=>null,()=>f`<span class="discord-author-username" style="${Et({color:this.roleColor??void 0})}">${this.author}</span>`)}
		${L(this.roleIcon&&!this.compactMode,()=>f`<img
					class="discord-author-role-icon"
					src=${W(this.roleIcon)}
					height="20"
					width="20"
					alt=${W(this.roleName)}
					draggable="false"
				/>`)}
		${L(this.bot&&!this.server&&!this.officialApp,()=>f`<discord-verified-author-tag .verified=${this.verified}></discord-verified-author-tag>`)}
		${L(this.server&&!this.bot&&!this.officialApp,()=>f`<span class="discord-application-tag">Server</span>`)}
		${L(this.officialApp&&!this.server&&!this.bot,()=>f`<span class="discord-official-application">${Ct()}OFFICIAL</span>`)}
		${L(this.op,()=>f`<span class="discord-application-tag discord-application-tag-op">OP</span>`)}
		${L(this.compactMode,()=>f`<span class="discord-author-username" style="${Et({color:this.roleColor??void 0})}">${this.author}</span>`)}
		${L(this.clanIcon&&this.clanTag&&this.clanTag?.length>0,()=>f`
				<span class="discord-clan-tag">
					${A==="string"?f`<img srcset=${W(A)} alt=${W(w)} width="12" height="12" draggable="false" />`:A}
					<span>${w}</span>
				</span>
			`)} `}constructor(){super(...arguments),U(this,M)}static{U(s,i)}};return P=s})();var Da=T`
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
`;function fi(e={}){return f`<svg
		${C(e)}
		class="discord-message-ephemeral-icon"
		aria-hidden="false"
		width="16"
		height="16"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Da}
	</svg>`}var G=function(e,t,i,s,o,r){function a(x){if(x!==void 0&&typeof x!="function")throw new TypeError("Function expected");return x}for(var n=s.kind,c=n==="getter"?"get":n==="setter"?"set":"value",p=!t&&e?s.static?e:e.prototype:null,d=t||(p?Object.getOwnPropertyDescriptor(p,s.name):{}),l,g=!1,b=i.length-1;b>=0;b--){var _={};for(var u in s)_[u]=u==="access"?{}:s[u];for(var u in s.access)_.access[u]=s.access[u];_.addInitializer=function(x){if(g)throw new TypeError("Cannot add initializers after decoration has completed");r.push(a(x||null))};var v=(0,i[b])(n==="accessor"?{get:d.get,set:d.set}:d[c],_);if(n==="accessor"){if(v===void 0)continue;if(v===null||typeof v!="object")throw new TypeError("Object expected");(l=a(v.get))&&(d.get=l),(l=a(v.set))&&(d.set=l),(l=a(v.init))&&o.unshift(l)}else(l=a(v))&&(n==="field"?o.unshift(l):d[c]=l)}p&&Object.defineProperty(p,s.name,d),g=!0},j=function(e,t,i){for(var s=arguments.length>2,o=0;o<t.length;o++)i=s?t[o].call(e,i):t[o].call(e);return s?i:void 0},vi=(()=>{let e=[te("discord-message")],t,i=[],s,o=q,r,a=[],n=[],c,p=[],d=[],l,g=[],b=[],_,u=[],v=[],x,I=[],D=[],F,E=[],k=[],N,O=[],V=[],J,ce=[],ue=[],Ee,Te=[],Ce=[],Ae,Se=[],Ve=[],je,De=[],Ie=[],Le,Oe=[],Pe=[],Be,S=[],M=[],P,A=[],w=[],B,Ai=[],Si=[],Vi,ji=[],Di=[],Ii,Li=[],Oi=[],Pi,Bi=[],Ni=[],Ri,Ui=[],qi=[],Fi,Wi=[],Zi=[],Gi,Ji=[],Ki=[],Yi,Qi=[],Xi=[],eo,to=[],so=[],io,oo=[],ro=[];var ao=class extends o{static{s=this}static{let y=typeof Symbol=="function"&&Symbol.metadata?Object.create(o[Symbol.metadata]??null):void 0;r=[H()],c=[H()],l=[H()],_=[H({type:Boolean})],x=[H({type:Boolean})],F=[H({type:Boolean,attribute:"official-app"})],N=[H({type:Boolean})],J=[H({type:Boolean})],Ee=[H({type:Boolean})],Ae=[H({attribute:"role-color"})],je=[H({attribute:"role-icon"})],Le=[H({attribute:"role-name"})],Be=[H({attribute:"clan-icon"})],P=[H({attribute:"clan-tag"})],B=[H({type:Boolean,reflect:!0})],Vi=[H({type:Boolean,reflect:!0})],Ii=[H({type:String,converter:m=>at(m,!1,!1),attribute:!0})],Pi=[H({type:Boolean,attribute:"twenty-four"})],Ri=[H({type:Boolean,attribute:"message-body-only"})],Fi=[ie({context:we}),H({type:Boolean,reflect:!0,attribute:"light-theme"})],Gi=[ie({context:et}),H({type:Boolean,reflect:!0,attribute:"compact-mode"})],Yi=[ie({context:ci}),H({type:Boolean,reflect:!0,attribute:"no-background"})],eo=[H({type:Boolean,reflect:!0,attribute:"has-thread"})],io=[H({reflect:!1,attribute:"dismiss-message-clicked"})],G(this,null,r,{kind:"accessor",name:"profile",static:!1,private:!1,access:{has:m=>"profile"in m,get:m=>m.profile,set:(m,$)=>{m.profile=$}},metadata:y},a,n),G(this,null,c,{kind:"accessor",name:"author",static:!1,private:!1,access:{has:m=>"author"in m,get:m=>m.author,set:(m,$)=>{m.author=$}},metadata:y},p,d),G(this,null,l,{kind:"accessor",name:"avatar",static:!1,private:!1,access:{has:m=>"avatar"in m,get:m=>m.avatar,set:(m,$)=>{m.avatar=$}},metadata:y},g,b),G(this,null,_,{kind:"accessor",name:"bot",static:!1,private:!1,access:{has:m=>"bot"in m,get:m=>m.bot,set:(m,$)=>{m.bot=$}},metadata:y},u,v),G(this,null,x,{kind:"accessor",name:"server",static:!1,private:!1,access:{has:m=>"server"in m,get:m=>m.server,set:(m,$)=>{m.server=$}},metadata:y},I,D),G(this,null,F,{kind:"accessor",name:"officialApp",static:!1,private:!1,access:{has:m=>"officialApp"in m,get:m=>m.officialApp,set:(m,$)=>{m.officialApp=$}},metadata:y},E,k),G(this,null,N,{kind:"accessor",name:"verified",static:!1,private:!1,access:{has:m=>"verified"in m,get:m=>m.verified,set:(m,$)=>{m.verified=$}},metadata:y},O,V),G(this,null,J,{kind:"accessor",name:"op",static:!1,private:!1,access:{has:m=>"op"in m,get:m=>m.op,set:(m,$)=>{m.op=$}},metadata:y},ce,ue),G(this,null,Ee,{kind:"accessor",name:"edited",static:!1,private:!1,access:{has:m=>"edited"in m,get:m=>m.edited,set:(m,$)=>{m.edited=$}},metadata:y},Te,Ce),G(this,null,Ae,{kind:"accessor",name:"roleColor",static:!1,private:!1,access:{has:m=>"roleColor"in m,get:m=>m.roleColor,set:(m,$)=>{m.roleColor=$}},metadata:y},Se,Ve),G(this,null,je,{kind:"accessor",name:"roleIcon",static:!1,private:!1,access:{has:m=>"roleIcon"in m,get:m=>m.roleIcon,set:(m,$)=>{m.roleIcon=$}},metadata:y},De,Ie),G(this,null,Le,{kind:"accessor",name:"roleName",static:!1,private:!1,access:{has:m=>"roleName"in m,get:m=>m.roleName,set:(m,$)=>{m.roleName=$}},metadata:y},Oe,Pe),G(this,null,Be,{kind:"accessor",name:"clanIcon",static:!1,private:!1,access:{has:m=>"clanIcon"in m,get:m=>m.clanIcon,set:(m,$)=>{m.clanIcon=$}},metadata:y},S,M),G(this,null,P,{kind:"accessor",name:"clanTag",static:!1,private:!1,access:{has:m=>"clanTag"in m,get:m=>m.clanTag,set:(m,$)=>{m.clanTag=$}},metadata:y},A,w),G(this,null,B,{kind:"accessor",name:"highlight",static:!1,private:!1,access:{has:m=>"highlight"in m,get:m=>m.highlight,set:(m,$)=>{m.highlight=$}},metadata:y},Ai,Si),G(this,null,Vi,{kind:"accessor",name:"ephemeral",static:!1,private:!1,access:{has:m=>"ephemeral"in m,get:m=>m.ephemeral,set:(m,$)=>{m.ephemeral=$}},metadata:y},ji,Di),G(this,null,Ii,{kind:"accessor",name:"timestamp",static:!1,private:!1,access:{has:m=>"timestamp"in m,get:m=>m.timestamp,set:(m,$)=>{m.timestamp=$}},metadata:y},Li,Oi),G(this,null,Pi,{kind:"accessor",name:"twentyFour",static:!1,private:!1,access:{has:m=>"twentyFour"in m,get:m=>m.twentyFour,set:(m,$)=>{m.twentyFour=$}},metadata:y},Bi,Ni),G(this,null,Ri,{kind:"accessor",name:"messageBodyOnly",static:!1,private:!1,access:{has:m=>"messageBodyOnly"in m,get:m=>m.messageBodyOnly,set:(m,$)=>{m.messageBodyOnly=$}},metadata:y},Ui,qi),G(this,null,Fi,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:m=>"lightTheme"in m,get:m=>m.lightTheme,set:(m,$)=>{m.lightTheme=$}},metadata:y},Wi,Zi),G(this,null,Gi,{kind:"accessor",name:"compactMode",static:!1,private:!1,access:{has:m=>"compactMode"in m,get:m=>m.compactMode,set:(m,$)=>{m.compactMode=$}},metadata:y},Ji,Ki),G(this,null,Yi,{kind:"accessor",name:"noBackground",static:!1,private:!1,access:{has:m=>"noBackground"in m,get:m=>m.noBackground,set:(m,$)=>{m.noBackground=$}},metadata:y},Qi,Xi),G(this,null,eo,{kind:"accessor",name:"hasThread",static:!1,private:!1,access:{has:m=>"hasThread"in m,get:m=>m.hasThread,set:(m,$)=>{m.hasThread=$}},metadata:y},to,so),G(this,null,io,{kind:"accessor",name:"dismissMessageClicked",static:!1,private:!1,access:{has:m=>"dismissMessageClicked"in m,get:m=>m.dismissMessageClicked,set:(m,$)=>{m.dismissMessageClicked=$}},metadata:y},oo,ro),G(null,t={value:s},e,{kind:"class",name:s.name,metadata:y},null,i),ao=s=t.value,y&&Object.defineProperty(s,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:y})}static styles=Q`
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
	`;#e=j(this,a,void 0);get profile(){return this.#e}set profile(y){this.#e=y}#t=(j(this,n),j(this,p,"User"));get author(){return this.#t}set author(y){this.#t=y}#s=(j(this,d),j(this,g,void 0));get avatar(){return this.#s}set avatar(y){this.#s=y}#i=(j(this,b),j(this,u,!1));get bot(){return this.#i}set bot(y){this.#i=y}#o=(j(this,v),j(this,I,!1));get server(){return this.#o}set server(y){this.#o=y}#r=(j(this,D),j(this,E,!1));get officialApp(){return this.#r}set officialApp(y){this.#r=y}#a=(j(this,k),j(this,O,!1));get verified(){return this.#a}set verified(y){this.#a=y}#n=(j(this,V),j(this,ce,!1));get op(){return this.#n}set op(y){this.#n=y}#l=(j(this,ue),j(this,Te,!1));get edited(){return this.#l}set edited(y){this.#l=y}#h=(j(this,Ce),j(this,Se,void 0));get roleColor(){return this.#h}set roleColor(y){this.#h=y}#c=(j(this,Ve),j(this,De,void 0));get roleIcon(){return this.#c}set roleIcon(y){this.#c=y}#d=(j(this,Ie),j(this,Oe,void 0));get roleName(){return this.#d}set roleName(y){this.#d=y}#m=(j(this,Pe),j(this,S,void 0));get clanIcon(){return this.#m}set clanIcon(y){this.#m=y}#p=(j(this,M),j(this,A,void 0));get clanTag(){return this.#p}set clanTag(y){this.#p=y}#f=(j(this,w),j(this,Ai,!1));get highlight(){return this.#f}set highlight(y){this.#f=y}#v=(j(this,Si),j(this,ji,!1));get ephemeral(){return this.#v}set ephemeral(y){this.#v=y}#u=(j(this,Di),j(this,Li,new Date));get timestamp(){return this.#u}set timestamp(y){this.#u=y}#g=(j(this,Oi),j(this,Bi,!1));get twentyFour(){return this.#g}set twentyFour(y){this.#g=y}#z=(j(this,Ni),j(this,Ui,!1));get messageBodyOnly(){return this.#z}set messageBodyOnly(y){this.#z=y}#b=(j(this,qi),j(this,Wi,!1));get lightTheme(){return this.#b}set lightTheme(y){this.#b=y}#_=(j(this,Zi),j(this,Ji,!1));get compactMode(){return this.#_}set compactMode(y){this.#_=y}#y=(j(this,Ki),j(this,Qi,!1));get noBackground(){return this.#y}set noBackground(y){this.#y=y}#w=(j(this,Xi),j(this,to,!1));get hasThread(){return this.#w}set hasThread(y){this.#w=y}#M=(j(this,so),j(this,oo,()=>{}));get dismissMessageClicked(){return this.#M}set dismissMessageClicked(y){this.#M=y}willUpdate(){this.hasThread=Array.from(this.children).some(y=>y.tagName.toLowerCase()==="discord-thread"),this.highlight=this.highlight||Array.from(this.children).some(y=>y.tagName.toLowerCase()==="discord-mention"&&y.hasAttribute("highlight")&&(y.type==="user"||y.type==="role"))}handleSpaceToDismissMessage(y){y.code==="Space"&&(y.preventDefault(),y.stopPropagation(),this.dismissMessageClicked?.())}render(){let y={author:this.author,bot:this.bot,officialApp:this.officialApp,verified:this.verified,server:this.server,op:this.op,roleColor:this.roleColor,roleIcon:this.roleIcon,clanIcon:this.clanIcon,clanTag:this.clanTag,roleName:this.roleName},m=this.profile!==void 0&&Reflect.get(Eo,this.profile)||{},$={...y,...m,avatar:this.resolveAvatar(m.avatar??this.avatar)},zt=at(this.timestamp,this.compactMode,this.twentyFour)??void 0;return f`
			<slot name="reply"></slot>
			<div
				class=${ge({"discord-message-inner":!0,"discord-message-inner-center":this.messageBodyOnly})}
			>
				${L(this.compactMode&&!this.messageBodyOnly,()=>f`<time datetime="${W(zt)}" class="discord-message-timestamp">${zt}</time>`,()=>null)}
				${L(this.messageBodyOnly,()=>f`<time
							datetime="${W(zt)}"
							class=${ge({"discord-message-timestamp":!0,"discord-message-timestamp-hover":!0,"discord-message-body-only-indent":!this.compactMode})}
						></time>`,()=>null)}
				${L(this.compactMode||this.messageBodyOnly,()=>null,()=>f`<div class="discord-author-avatar">
							<img src="${W($.avatar)}" alt="${W($.author)}" />
						</div>`)}

				<div class="discord-message-content">
					${L(this.compactMode||this.messageBodyOnly,()=>null,()=>f`
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
							><time datetime="${W(zt)}" class="discord-message-timestamp">${zt}</time>
						`)}
					<div class="discord-message-body">
						${L(this.compactMode,()=>f`<discord-author-info
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
						${L(this.edited,()=>f`<span class="discord-message-edited">(edited)</span>`,()=>null)}
					</div>
					<div class="discord-message-compact-indent">
						<slot name="attachments"></slot>
						<slot name="embeds"></slot>
						<slot name="components"></slot>
						<slot name="reactions"></slot>
						<slot name="thread"></slot>
						${L(this.ephemeral,()=>f`
								<div class="discord-message-ephemeral">
									${fi()} Only you can see this •
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
		`}resolveAvatar(y){return y===void 0?Ms.default:Ms[y]??y??Ms.default}constructor(){super(...arguments),j(this,ro)}static{j(s,i)}};return ao=s})();var St=class extends Error{};async function Do(e){let t=await e.json();if(!e.ok)throw new St(t.error??`HTTP ${e.status}`);return t}async function tt(e,t={}){return Do(await fetch(`/sim/${e}?${new URLSearchParams(t)}`))}async function ze(e,t){let i={"content-type":"application/json"};return Do(await fetch(`/sim/${e}`,{method:"POST",headers:i,body:JSON.stringify(t)}))}async function Io(e){let t=new Uint8Array(await e.arrayBuffer()),i="";for(let s=0;s<t.length;s+=32768)i+=String.fromCharCode(...t.subarray(s,s+32768));return btoa(i)}function h(e,t={},...i){let s=document.createElement(e);for(let[o,r]of Object.entries(t))r===!1||r===void 0||r===null||(typeof r=="function"?s.addEventListener(o.slice(2),r):s.setAttribute(o,r===!0?"":String(r)));return s.append(...i.filter(o=>!!o||o==="")),s}function R(e){return document.getElementById(e)}function Ue(e,...t){let i=document.activeElement?.closest("[data-key]"),s=i&&e.contains(i)?i.dataset.key:void 0;e.replaceChildren(...t.filter(o=>!!o)),s&&[...e.querySelectorAll("[data-key]")].find(r=>r.dataset.key===s)?.focus()}function dt(e,...t){let i=h("h2",{id:"dialog-title"},e),s=h("button",{type:"button",class:"icon","aria-label":"Close",onclick:()=>r.close()},"✕"),o=h("header",{},i,s),r=h("dialog",{"aria-labelledby":"dialog-title"},o,...t);return r.addEventListener("close",()=>r.remove()),r.addEventListener("click",a=>{a.target===r&&r.close()}),document.body.append(r),r.showModal(),r}var Ia=100,he="dm",z={as:"",channel:"",view:null,messages:new Map,unread:new Set,dismissed:new Set,connected:!1},Oo=[],Po=[],Bo=[],No=new Set,st,Lo=0;function fe(e){Oo.push(e)}function Ro(e){Po.push(e)}function Uo(e){Bo.push(e)}function mt(){for(let e of Oo)e()}function xe(){for(let e of Po)e()}function ks(){return Date.now()+(z.view?.clock_offset_ms??0)}function qo(){let e=new URLSearchParams(location.search);z.as=e.get("as")??"",z.channel=e.get("channel")??""}function ui(){let e=`?${new URLSearchParams({as:z.as,channel:z.channel})}`;e!==location.search&&history.pushState(null,"",e)}function Es(e){z.as=e,z.view=null,z.messages.clear(),z.unread.clear(),ui(),gi()}function Fo(e){z.channel=e,z.unread.delete(e),z.messages.clear(),ui(),mt(),xe(),Wo()}function gi(){st?.close(),st=new EventSource(`/sim/events?${new URLSearchParams({as:z.as})}`);let e=i=>s=>i(JSON.parse(s.data)),t=!0;st.addEventListener("open",()=>{t=!0}),st.addEventListener("view",e(i=>{z.view=i,z.connected=!0;let s=z.channel;La(),mt(),(t||s!==z.channel)&&Wo(),t=!1})),st.addEventListener("message",e(Oa)),st.addEventListener("delete",e(({id:i})=>{No.add(i),z.messages.delete(i)&&xe()})),st.addEventListener("error",()=>{z.connected=!1,mt()})}function La(){let e=z.view;if(z.channel===he&&e.dm&&(z.channel=e.dm),!(z.channel===e.dm||z.channel===he||qe(z.channel))){let i=X()?.channels.filter(Ts)??[],s=i.find(o=>o.name==="general")??i[0];z.channel=s?.id??e.dm??he}ui()}function Oa(e){if(e.channel_id!==z.channel){z.unread.add(e.channel_id),mt();return}z.messages.set(e.id,e),xe();for(let t of Bo)t(e)}async function Wo(){let e=++Lo;if(z.channel===he){xe();return}let t={as:z.as,channel:z.channel,limit:String(Ia)},i=await tt("view/messages",t).catch(()=>[]);if(e!==Lo)return;let s=z.messages;z.messages=new Map(i.filter(o=>!No.has(o.id)).map(o=>[o.id,o]));for(let[o,r]of s)!z.messages.has(o)&&r.channel_id===z.channel&&z.messages.set(o,r);xe()}function Ts(e){return e.type!==2&&e.type!==4&&e.type!==13}function X(){let e=z.view?.guilds??[];return e.find(i=>i.channels.some(s=>s.id===z.channel))??e.find(i=>i.id===z.view?.home)??e[0]}function qe(e){return z.view?.guilds.flatMap(t=>t.channels).find(t=>t.id===e)}function se(){return z.channel===he||z.channel===z.view?.dm}function Cs(e){return X()?.members.find(t=>t.user.id===e)}function ee(e){return(se()?null:Cs(e.id)?.nick)??e.global_name??e.username}function As(e){let t=X()?.roles??[],i=Cs(e)?.roles??[];return t.filter(o=>i.includes(o.id)&&o.color!==0).sort((o,r)=>r.position-o.position)[0]?.color??0}function Vt(e){let t=new Set(e.default_values?.map(o=>o.id)),i=o=>({...o,chosen:t.has(o.value)});if(e.type===3)return(e.options??[]).map(r=>({value:r.value,label:r.label,description:r.description,chosen:r.default}));let s=[];return(e.type===5||e.type===7)&&s.push(...Ss()),(e.type===6||e.type===7)&&s.push(...Vs()),e.type===8&&s.push(...zi(e.channel_types)),s.map(i)}function Ss(){let e=se()?void 0:X();return(e?e.members.map(i=>i.user):z.view?.people??[]).map(i=>({value:i.id,label:ee(i),description:`@${i.username}`}))}function Vs(){return[...X()?.roles??[]].sort((t,i)=>i.position-t.position).map(t=>({value:t.id,label:`@${t.name.replace(/^@/,"")}`}))}function zi(e){return(X()?.channels??[]).filter(s=>!e?.length||e.includes(s.type)).map(s=>({value:s.id,label:`#${s.name}`}))}function Zo(e,t){let i=e.max_values??1,s=e.min_values??1,o=Vt(e);return new Promise(r=>{let a,n=h("div",{class:"offers"}),c=h("input",{type:"search","aria-label":"Filter",placeholder:"Filter"}),p=i===1&&s===1,d=o.map(u=>{let v=[h("span",{},u.label),u.description&&h("span",{class:"muted"},u.description)];if(p)return h("button",{type:"button",class:"offer",onclick:()=>{a=[u.value],_.close()}},...v);let x=h("input",{type:"checkbox",value:u.value,checked:u.chosen});return h("label",{class:"offer"},x,...v)});n.append(...d),c.addEventListener("input",()=>{let u=c.value.toLowerCase();d.forEach((v,x)=>{v.hidden=!`${o[x].label} ${o[x].description}`.toLowerCase().includes(u)})});let l=h("p",{class:"muted",role:"status"},`Choose ${s===i?s:`${s} to ${i}`}.`),b=p?[]:[l,h("button",{type:"button",class:"main",onclick:()=>{let u=[...n.querySelectorAll("input:checked")].map(v=>v.value);if(u.length<s||u.length>i){l.classList.add("wrong");return}a=u,_.close()}},"Done")],_=dt(t,o.length>8&&c,n,...b);_.addEventListener("close",()=>r(a))})}var Jo=[],Go="",bi=new Map;async function _i(){let{view:e,as:t,channel:i}=z,s=JSON.stringify([e?.commands,t,i,e?.guilds.map(r=>r.members.find(a=>a.user.id===e.me.id)?.roles)]);if(!e||s===Go)return;Go=s,Jo=await tt("view/commands",{as:t,channel:i===he?"0":i}).catch(()=>[])}function Ko(){let e=(t,i,s=[])=>{let o=s.filter(r=>r.type===1||r.type===2);return o.length?o.flatMap(r=>e(`${t} ${r.name}`,r.description,r.options)):[{words:t,description:i,options:s}]};return Jo.flatMap(t=>e(t.name,t.description,t.options))}function yi(e){let t=e.replace(/^\s*\//,""),s=Ko().filter(p=>t===p.words||t.startsWith(`${p.words} `)).sort((p,d)=>d.words.length-p.words.length)[0];if(!s)return;let o=[],r=t.slice(s.words.length),a=s.options.map(p=>p.name),n=new RegExp(`(?:^|\\s)(${a.join("|")||"(?!)"}):`,"g"),c=[...r.matchAll(n)];return c.forEach((p,d)=>{let l=p.index+p[0].length,g=r.slice(l,c[d+1]?.index),b=s.options.find(_=>_.name===p[1]);o.push({option:b,value:g})}),r=c.length?"":r,{words:s.words,options:s.options,given:o,rest:r}}function Yo(e){let t=yi(e.trim());if(!t||t.rest.trim())return;let i=t.given.map(({option:s,value:o})=>{let r=o.trim();return[s.name,bi.get(`${s.name}:${r}`)??r]});return{text:`/${t.words}`,options:Object.fromEntries(i)}}async function Qo(e,t){if(!/^\s*\//.test(e))return[];let i=yi(e);if(!i||e.trim()===`/${i.words}`&&!e.endsWith(" "))return Ba(e);let s=i.given.at(-1);return s&&!/\s$/.test(s.value.replace(/^\s+/,""))&&!Pa(s)?Ra(e,s,t):Na(e,i)}function Pa(e){return bi.has(`${e.option.name}:${e.value.trim()}`)&&e.value.endsWith(" ")}function Ba(e){let t=e.replace(/^\s*\//,"").toLowerCase(),i=o=>o.startsWith(t)?0:1,s=Ko().filter(o=>o.words.includes(t));return s.sort((o,r)=>i(o.words)-i(r.words)||o.words.localeCompare(r.words)),s.map(o=>{let r=o.options.find(n=>n.required),a=`/${o.words}${o.options.length?" ":""}${r?`${r.name}:`:""}`;return{label:`/${o.words}`,description:o.description,text:a,first:o.words!==t}})}function Na(e,t){let i=/(\S*)$/.exec(e)[1],s=(t.given.some(({value:n})=>n.endsWith(i))&&t.given.length,i),r=t.options.filter(n=>!t.given.some(({option:c})=>c.name===n.name)).filter(n=>n.name.startsWith(s)),a=e.slice(0,e.length-i.length);return r.map(n=>({label:`${n.name}:`,description:n.required?`${n.description} (required)`:n.description,text:`${a.replace(/\s*$/," ")}${n.name}:`,first:!1}))}async function Ra(e,t,i){let{option:s}=t,o=t.value.trimStart(),r=e.slice(0,e.length-t.value.length),a=(l,g,b="",_=!0)=>(bi.set(`${s.name}:${l}`,g),{label:l,description:b,text:`${r}${l} `,first:_}),n=l=>{let g=o.toLowerCase().replace(/^[@#]/,"");return l.filter(_=>`${_.label} ${_.description??""}`.toLowerCase().includes(g)).slice(0,25).map(_=>a(_.label,_.value,_.description))},c=l=>l.map(g=>({...g,label:g.label.replace(/^@?/,"@")}));if(s.choices?.length)return n(s.choices.map(l=>({label:l.name,value:String(l.value)})));switch(s.type){case 5:return n([{label:"True",value:"true"},{label:"False",value:"false"}]);case 6:return n(c(Ss()));case 7:return n(zi(s.channel_types));case 8:return n(Vs());case 9:return n([...c(Ss()),...Vs()]);case 11:{let l={label:"Choose a file…",description:"from this computer",text:r,file:!0,first:!1};return[...i.filter(g=>g!==o.trim()).map(g=>a(g,g)),l]}}if(!s.autocomplete)return[];let p=z.channel===he?{dm:!0}:{channel:z.channel};return((await ze("autocomplete",{as:z.as,text:e.trimEnd(),...p}).catch(()=>{}))?.choices??[]).map(l=>a(l.name,String(l.value),"",!1))}function Xo(e){let t=yi(e);if(!t)return"";let i=t.options.filter(o=>o.required&&!t.given.some(({option:r,value:a})=>r.name===o.name&&a.trim())),s=t.given.at(-1)?.option;return s&&!e.endsWith(" ")?`${s.name}: ${s.description}`:i.length?`Still needed: ${i.map(o=>o.name).join(", ")}`:"Press Enter to send"}var er=matchMedia("(prefers-color-scheme: dark)");function be(){return er.matches}function tr(e){er.addEventListener("change",e)}function Ua(e){let[t,i,s]=e.map(o=>o/255).map(o=>o<=.04045?o/12.92:((o+.055)/1.055)**2.4);return .2126*t+.7152*i+.0722*s}function js(e){let t=[e>>16,e>>8&255,e&255],i=be()?.055:.88,s=be()?255:0;for(let o=0;o<20;o++){let[r,a]=[Ua(t),i].sort((n,c)=>n-c);if((a+.05)/(r+.05)>=4.7)break;t=t.map(n=>Math.round(n+(s-n)*.12))}return`rgb(${t.join(",")})`}function it(e,t){let i=Number(BigInt(e||"0")%359n),r=`<text x="20" y="26" font-family="sans-serif" font-size="16" font-weight="600" fill="#fff" text-anchor="middle">${[...t.replace(/[^\p{L}\p{N} ]/gu,"")].join("").split(" ").filter(Boolean).slice(0,2).map(n=>[...n][0]).join("").toUpperCase()}</text>`,a=`<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40" fill="hsl(${i},45%,38%)"/>${r}</svg>`;return`data:image/svg+xml,${encodeURIComponent(a)}`}function jt(e,t){let i=new CSSStyleSheet;i.replaceSync(t),e.elementStyles.push(i)}jt(di,":host,:host([light-theme]){background:none;border:0;color:var(--text);font-family:inherit;line-height:1.4}::slotted(*:not(:first-child)){margin-top:.6rem!important}");jt(vi,`:host,:host([light-theme]){color:var(--text);font-family:inherit;padding-right:16px}
	:host .discord-message-timestamp,:host .discord-message-edited{color:var(--muted)!important}
	.discord-author-avatar img{cursor:default}
	.discord-message-content{min-width:0;padding-top:0}
	:host(.ephemeral){background:var(--ephemeral)}`);jt(mi,`:host,:host([light-theme]){color:var(--text);display:flex;max-width:100%;margin:6px 0}
	:host .discord-left-border{background-color:var(--line)}
	:host .discord-embed-root{flex:0 1 auto}
	:host .discord-embed-wrapper,:host([light-theme]) .discord-embed-wrapper{background:var(--raised);border-color:var(--line);max-width:min(560px,100%)}
	:host .discord-embed-wrapper .discord-embed-grid{padding:.5rem .9rem .8rem .75rem;display:grid;min-width:0}
	:host .discord-embed-image{max-width:100%;max-height:none;height:auto}`);jt(Qs,":host{flex-wrap:wrap;gap:0;display:flex}");jt(ii,`.success{background-color:#1f7a3f}.success.hoverable:hover{background-color:#17612f}
	.destructive{background-color:#c42b2f}.destructive.hoverable:hover{background-color:#a12226}
	.primary{background-color:#4a57e0}
	.disabled{opacity:1;background-color:var(--line)!important;color:var(--muted)!important}
	:host > *:first-child{font-family:inherit;padding:2px 14px}
	:focus-visible{outline:3px solid var(--focus);outline-offset:2px}`);function ft(e){let t=document.createDocumentFragment();return e.split(/```(?:[a-z0-9+-]*\n)?([\s\S]*?)```\n?/gi).forEach((s,o)=>{o%2?t.append(h("pre",{tabindex:0},h("code",{},s.replace(/\n$/,"")))):s&&t.append(...qa(s))}),t}function qa(e){let t=[],i,s=[],o=[],r=()=>{s.length&&t.push(h("blockquote",{},ve(s.join(`
`)))),o.length&&t.push(h("span",{class:"text"},ve(o.join(`
`)))),[s,o,i]=[[],[],void 0]};for(let a of e.replace(/\n$/,"").split(`
`)){let n=/^(#{1,3}|-#) +(.+)$/.exec(a),c=/^ *(?:[-*]|\d+\.) +(.+)$/.exec(a),p=/^>(?:>>)? (.*)$/.exec(a);if(n){r();let d=n[1]==="-#",l=n[1].length;t.push(h("div",{class:d?"subtext":`heading heading-${l}`},ve(n[2])))}else c?(i||(r(),i=h(/^ *\d/.test(a)?"ol":"ul"),t.push(i)),i.append(h("li",{},ve(c[1])))):p?(s.length||r(),s.push(p[1])):(o.length||r(),o.push(a))}return r(),t}var Dt=(e,t={})=>i=>h(e,t,ve(i[1])),Fa=[[/^\\([^\p{L}\p{N}\s])/u,e=>e[1]],[/^(`+)([\s\S]*?[^`])\1(?!`)/,e=>h("code",{},e[2])],[/^\*\*([\s\S]+?)\*\*(?!\*)/,Dt("strong")],[/^__([\s\S]+?)__(?!_)/,Dt("u")],[/^~~([\s\S]+?)~~/,Dt("s")],[/^\|\|([\s\S]+?)\|\|/,Ja],[/^\*(?=\S)([\s\S]*?\S)\*(?!\*)/,Dt("em")],[/^_(?=\S)([\s\S]*?\S)_(?![_\p{L}\p{N}])/u,Dt("em")],[/^\[([^\]\n]+)\]\(<?(https?:\/\/[^\s)>]+)>?\)/,e=>It(e[2],ve(e[1]))],[/^<(https?:\/\/[^\s>]+)>/,e=>It(e[1],e[1])],[/^https?:\/\/[^\s<]*[^\s<.,:;"')\]!?*_]/,e=>It(e[0],e[0])],[/^<@!?(\d+)>/,e=>pt(Za(e[1]))],[/^<@&(\d+)>/,e=>pt(Ga(e[1]))],[/^<#(\d+)>/,e=>pt(`#${qe(e[1])?.name??"unknown"}`)],[/^<\/([^:>]+):\d+>/,e=>pt(`/${e[1]}`)],[/^<id:([a-z]+)>/,e=>pt(`#${e[1]}`)],[/^<a?:(\w+):\d+>/,e=>`:${e[1]}:`],[/^<t:(-?\d{1,12})(?::([tTdDfFR]))?>/,e=>wi(Number(e[1]),e[2]??"f")],[/^@(?:everyone|here)\b/,e=>pt(e[0])],[/^\n/,()=>h("br")]];function ve(e){let t=document.createDocumentFragment(),i="",s=e,o="";for(;s;){let a=s[0]==="_"&&/[\p{L}\p{N}]/u.test(o)?void 0:Wa(s);a?(i&&t.append(i),i="",t.append(a[1]),s=s.slice(a[0]),o=""):(o=[...s.slice(0,2)][0],i+=o,s=s.slice(o.length))}return i&&t.append(i),t}function Wa(e){for(let[t,i]of Fa){let s=t.exec(e);if(s)return[s[0].length,i(s)]}}function It(e,t){return h("a",{href:e,target:"_blank",rel:"noopener noreferrer"},t)}function pt(e){return h("span",{class:"mention"},e)}function Za(e){let t=Cs(e)?.user??z.view?.people.find(i=>i.id===e);return`@${t?ee(t):"unknown-user"}`}function Ga(e){let t=se()?void 0:X()?.roles.find(i=>i.id===e);return t?`@${t.name.replace(/^@/,"")}`:"@deleted-role"}function Ja(e){let t=h("button",{type:"button",class:"spoiler","aria-label":"Spoiler, show it"});return t.addEventListener("click",()=>t.replaceWith(h("span",{class:"shown"},ve(e[1])))),t.append("spoiler"),t}var sr={t:{timeStyle:"short"},T:{timeStyle:"medium"},d:{dateStyle:"short"},D:{dateStyle:"long"},f:{dateStyle:"long",timeStyle:"short"},F:{dateStyle:"full",timeStyle:"short"}};function wi(e,t){let i=new Date(e*1e3),s=new Intl.DateTimeFormat(void 0,sr.F).format(i),o=h("time",{datetime:i.toISOString(),title:s,class:"time"});return t==="R"&&(o.dataset.relative=String(e)),o.textContent=t==="R"?ir(e):new Intl.DateTimeFormat(void 0,sr[t]).format(i),o}var Ka=[["second",1,59.5],["minute",60,59.5],["hour",3600,23.5],["day",86400,30.5],["month",2629746,11.5],["year",31556952,1/0]];function ir(e){let t=e-ks()/1e3,[i,s]=Ka.find(([,o,r])=>Math.abs(t)/o<r);return new Intl.RelativeTimeFormat("en",{numeric:"auto"}).format(Math.round(t/s),i)}function or(){for(let e of document.querySelectorAll("[data-relative]"))e.textContent=ir(Number(e.dataset.relative))}function rr(e){let t=e.modal,i=h("p",{class:"wrong",role:"alert"}),s=t.fields.map((d,l)=>[d,Ya(d,`field-${l}`)]),o=s.map(([d,l])=>{let g=h("label",{for:l.id},d.label||d.input.placeholder||d.custom_id);return d.required&&g.append(h("span",{class:"wrong","aria-hidden":"true"}," *")),h("div",{class:"field"},g,l)}),r=async d=>{d.preventDefault();let l=Object.fromEntries(s.map(([g,b])=>[g.custom_id,Qa(b)]));a.setAttribute("disabled","");try{let g={as:z.as,interaction:e.interaction_id,values:l},b=await ze("modal",g);p.close(),Lt(b)}catch(g){i.textContent=g instanceof St?g.message:String(g)}finally{a.removeAttribute("disabled")}},a=h("button",{class:"main"},"Submit"),n=h("button",{type:"button",onclick:()=>p.close()},"Cancel"),c=h("form",{onsubmit:r,novalidate:!0},...o,i,h("footer",{},n,a)),p=dt(t.title,c);s[0]?.[1].focus()}function Ya(e,t){let i=e.input,s={id:t,required:e.required};if(i.type!==4){let r=(i.max_values??1)>1,a=Vt(i).map(c=>h("option",{value:c.value,selected:c.chosen},c.label)),n=r?[]:[h("option",{value:""},i.placeholder??"")];return h("select",{...s,multiple:r},...n,...a)}let o={...s,maxlength:i.max_length,placeholder:i.placeholder};if(i.style===2){let r=h("textarea",{...o,rows:5});return r.value=e.value,r}return h("input",{...o,value:e.value})}function Qa(e){return e instanceof HTMLSelectElement?[...e.selectedOptions].map(t=>t.value).filter(Boolean).join(","):e.value}var Xa=[];function ar(e){R("notes").replaceChildren();for(let t of Xa)t(e)}function vt(e){let t=e instanceof Error?e.message:String(e),i=h("button",{type:"button",class:"icon","aria-label":"Dismiss",onclick:()=>s.remove()},"✕"),s=h("p",{class:"note"},h("span",{},`⚠ ${t}`),i);R("notes").replaceChildren(s)}var Mi=0;function Ds(){let e=()=>document.body.classList.toggle("waiting",Mi>0);return Mi++,e(),()=>{Mi--,e()}}function Is(e){R("news").textContent=e}var en=["primary","primary","secondary","success","destructive","secondary","primary"];function Lt(e){ar(e),e.kind==="modal"&&e.modal&&rr(e)}async function nr(e,t){let i=Ds();try{return Lt(await ze(e,{as:z.as,...t})),!0}catch(s){return vt(s),!1}finally{i()}}function lr(e){return e.components.map(t=>Ot(e,t))}function Ot(e,t){switch(t.type){case 1:return h("discord-action-row",{},...(t.components??[]).map(i=>Ot(e,i)));case 2:return sn(e,t);case 3:case 5:case 6:case 7:case 8:return on(e,t);case 9:return h("div",{class:"section"},...(t.components??[]).map(i=>Ot(e,i)),t.accessory&&tn(e,t.accessory));case 10:return h("div",{},ft(t.content??""));case 14:return h("hr");case 17:return h("div",{class:"container"},...(t.components??[]).map(i=>Ot(e,i)));default:return h("div",{class:"muted"},`(a component of type ${t.type})`)}}function tn(e,t){let i=Ot(e,t);return t.type===2?h("discord-action-row",{},i):i}function sn(e,t){let i=[t.emoji?.name,t.label].filter(Boolean).join(" "),s=()=>{!t.disabled&&t.custom_id&&nr("press",{message:e.id,custom_id:t.custom_id})},o=h("discord-button",{type:en[t.style??2],url:t.url,disabled:t.disabled,"light-theme":!be(),onclick:s,"data-key":`${e.id}/${t.custom_id??t.url}`},i);return o.updateComplete?.then(()=>{let r=o.shadowRoot?.querySelector("button");r&&(r.disabled=!!t.disabled)}),o}function on(e,t){let s=Vt(t).filter(r=>r.chosen).map(r=>r.label).join(", ")||(t.placeholder??"Make a selection"),o=async()=>{let r=await Zo(t,t.placeholder??"Make a selection");r&&await nr("select",{message:e.id,custom_id:t.custom_id,values:r})};return h("button",{type:"button",class:"menu",disabled:t.disabled,"aria-haspopup":"dialog",onclick:o,"data-key":`${e.id}/${t.custom_id}`},h("span",{},s),h("span",{"aria-hidden":"true"},"▾"))}var $e=[],gt=[],He=-1,Ls=0,K=h("textarea",{id:"composer-input",rows:1,role:"combobox","aria-autocomplete":"list","aria-expanded":"false","aria-controls":"completions","aria-describedby":"composer-hint","aria-label":"Message, or a command that begins with a slash"}),Os=h("ul",{id:"completions",role:"listbox","aria-label":"Completions",hidden:!0}),hr=h("p",{id:"composer-hint",class:"muted"}),cr=h("div",{class:"chips"}),ut=h("input",{type:"file",multiple:!0,class:"unseen","aria-label":"Files to send",tabindex:-1});function dr(){let e=h("button",{type:"button",class:"icon","aria-label":"Attach files",onclick:()=>ut.click()},"＋"),t=h("button",{class:"icon","aria-label":"Send"},"➤"),i=R("composer");i.append(Os,cr,h("div",{class:"box"},e,ut,K,t),hr),i.addEventListener("submit",s=>{s.preventDefault(),pr()}),K.addEventListener("input",()=>{Hi()}),K.addEventListener("keydown",an),K.addEventListener("blur",()=>setTimeout($i,150)),ut.addEventListener("change",()=>{rn([...ut.files]),ut.value=""}),fe(()=>{let s=qe(z.channel),o=se()?"Paddock":`#${s?.name??""}`,r=se()||(s?.may_send??!0);K.placeholder=r?`Message ${o}, or / for commands`:`You may not write in ${o}; commands work`,_i()}),Pt()}function rn(e){$e.push(...e);let t=e[0];t&&/\S:\s*$/.test(K.value)&&(K.value=`${K.value.trimEnd()}${t.name} `),Ps(),K.focus(),Hi()}function Ps(){let e=$e.map((t,i)=>{let s=()=>{$e=$e.filter((r,a)=>a!==i),Ps()},o=`Remove ${t.name}`;return h("span",{class:"chip"},`📄 ${t.name} `,h("button",{type:"button",class:"icon","aria-label":o,onclick:s},"✕"))});cr.replaceChildren(...e)}function mr(){K.rows=Math.min(6,K.value.split(`
`).length)}function Pt(){let e=K.value.startsWith("/");hr.textContent=e?Xo(K.value):"Enter sends, Shift+Enter begins a line, / lists the commands"}async function Hi(){mr(),Pt();let e=++Ls;if(await _i(),e!==Ls)return;let t=await Qo(K.value,$e.map(i=>i.name));e===Ls&&(gt=t,He=t[0]?.first?0:-1,Pt(),ki())}function $i(){Ls++,gt=[],ki()}function ki(){Os.hidden=!gt.length,K.setAttribute("aria-expanded",String(!Os.hidden));let e=gt.map((i,s)=>{let o=a=>{a.preventDefault(),xi(s)},r=[h("strong",{},i.label),h("span",{class:"muted"},i.description)];return h("li",{role:"option",id:`completion-${s}`,"aria-selected":String(s===He),onmousedown:o},...r)});Os.replaceChildren(...e);let t=e[He];t?(K.setAttribute("aria-activedescendant",t.id),t.scrollIntoView({block:"nearest"})):K.removeAttribute("aria-activedescendant")}function xi(e){let t=gt[e];if(t.file){K.value=t.text,ut.click();return}K.value=t.text,Hi()}function an(e){let t=gt.length;if(t&&(e.key==="ArrowDown"||e.key==="ArrowUp")){e.preventDefault();let i=e.key==="ArrowDown"?1:-1;He=He<0&&i<0?t-1:(He+i+t)%t,ki()}else t&&e.key==="Escape"?(e.preventDefault(),$i()):t&&e.key==="Tab"&&!e.shiftKey?(e.preventDefault(),xi(Math.max(He,0))):e.key==="Enter"&&!e.shiftKey&&!e.isComposing&&(e.preventDefault(),t&&He>=0?xi(He):pr())}async function pr(){let e=K.value.trim();if(!e&&!$e.length)return;let t=z.channel===he?{dm:!0}:{channel:z.channel},i=$e,s={as:z.as,text:e,...t};e.startsWith("/")&&(s={...s,...Yo(e)}),$i();let o=Ds();try{let r=i.map(async n=>[n.name,await Io(n)]);s.attachments=Object.fromEntries(await Promise.all(r)),K.value="",$e=[],Ps(),Pt(),mr();let a=await ze("say",s);a.kind?Lt(a):R("notes").replaceChildren()}catch(r){vt(r),K.value||(K.value=e,$e=i,Ps(),Pt())}finally{o()}}var Ei=["places","people","toys"],fr=null;function vr(e,t){let i=!ur(e);Bt(),e==="toys"&&(R("toys").hidden=!i),e==="people"&&document.body.classList.toggle("without-people",!i),document.body.classList.toggle(`open-${e}`,i),fr=t,Bs(),i&&R(e).querySelector("button, select, input, a")?.focus()}function ur(e){return getComputedStyle(R(e)).display!=="none"&&getComputedStyle(R(e)).visibility!=="hidden"}function Bt(){for(let e of Ei)document.body.classList.remove(`open-${e}`);R("toys").hidden=!0,Bs()}function Bs(){for(let e of Ei)document.querySelector(`[aria-controls="${e}"]`)?.setAttribute("aria-expanded",String(ur(e)))}function gr(){document.addEventListener("keydown",e=>{e.key!=="Escape"||document.querySelector("dialog[open]")||Ei.some(t=>document.body.classList.contains(`open-${t}`))&&(Bt(),fr?.focus())}),R("main").addEventListener("click",e=>{!e.target.closest("#bar")&&matchMedia("(max-width: 900px)").matches&&Bt()}),addEventListener("resize",Bs),Bs()}var nn=64,ln=128,zr=20;function br(e){let t=new Date(e.timestamp),i=new Date(ks()),s=new Intl.DateTimeFormat(void 0,{timeStyle:"short"}).format(t);return t.toDateString()===i.toDateString()?`Today at ${s}`:`${new Intl.DateTimeFormat(void 0,{dateStyle:"short"}).format(t)} ${s}`}function _r(e){let t=ee(e.author),i=(e.flags&nn)!==0,s=h("discord-message",{"data-id":e.id,role:"article","aria-label":`${t}, ${br(e)}`,author:t,avatar:it(e.author.id,t),bot:e.author.bot,edited:!!e.edited_timestamp&&e.type!==zr&&!i,"light-theme":!be(),class:i?"ephemeral":""});s.timestamp=br(e);let o=As(e.author.id);o&&(s.roleColor=js(o));let r=e.interaction_metadata;if(r&&e.type===zr){let c=h("div",{slot:"reply",class:"used"},h("span",{"aria-hidden":"true"},"╭ "));c.append(h("strong",{},ee(r.user))," used a command"),s.append(c)}e.flags&ln?s.append(h("span",{class:"thinking"},`${t} is thinking…`)):s.append(ft(e.content));for(let c of e.embeds)s.append(cn(c,e));let a=new Set(e.embeds.map(c=>yr(c.image?.url,e))),n=e.attachments.filter(c=>!a.has(Ti(c.url)));return n.length&&s.append(h("div",{slot:"attachments",class:"files"},...n.map(mn))),e.components.length&&s.append(h("div",{slot:"components"},...lr(e))),i&&s.append(hn(e)),s}function hn(e){let i=h("button",{type:"button",class:"link",onclick:()=>{z.dismissed.add(e.id),sessionStorage.setItem("dismissed",JSON.stringify([...z.dismissed])),xe(),document.getElementById("composer-input")?.focus()}},"Dismiss message");return h("div",{slot:"components",class:"only-you"},"👁 Only you can see this • ",i)}function Ti(e){let t=/^https?:\/\/[^/]+(\/(?:ephemeral-)?attachments\/.+)$/.exec(e);if(!t)return;let i=new URL(e).host;return i===location.host||/^(127\.|localhost)/.test(i)||/discordapp\.(com|net)$/.test(i)?encodeURI(decodeURI(t[1])):void 0}function yr(e,t){if(!e)return;let i=/^attachment:\/\/(.+)$/.exec(e)?.[1],s=i&&t.attachments.find(o=>o.filename===i);return Ti(s?s.url:e)}function cn(e,t){let i=e.color?`#${e.color.toString(16).padStart(6,"0")}`:"",s=h("discord-embed",{slot:"embeds",color:i,"light-theme":!be()}),o=h("div",{slot:"description",class:"embed"}),r=(c,p)=>p?It(p,ve(c)):ve(c);if(e.author&&o.append(h("div",{class:"embed-author"},r(e.author.name,e.author.url))),e.title&&o.append(h("div",{class:"embed-title"},r(e.title,e.url))),e.description&&o.append(h("div",{},ft(e.description))),e.fields?.length){let c=e.fields.map(p=>{let d=p.inline?"field inline":"field",l=h("div",{},ft(p.value));return h("div",{class:d},h("div",{class:"field-name"},ve(p.name)),l)});o.append(h("div",{class:"fields"},...c))}let a=yr(e.image?.url,t),n=e.title?`Picture: ${e.title}`:"Picture";if(a&&o.append(h("img",{src:a,alt:n,class:"embed-image"})),e.footer||e.timestamp){let c=e.timestamp?wi(Date.parse(e.timestamp)/1e3,"f"):void 0;o.append(h("div",{class:"embed-footer"},e.footer?.text??"",e.footer&&c?" • ":"",c))}return s.append(o),s}function dn(e){return e<1e3?`${e} bytes`:e<1e6?`${(e/1e3).toFixed(1)} kB`:`${(e/1e6).toFixed(1)} MB`}function mn(e){let t=Ti(e.url),i=h("a",{href:t??"#",download:e.filename},e.filename),s=h("div",{class:"file"},"📄 ",i,h("span",{class:"muted"},` ${dn(e.size)}`));return t&&/^image\/(?!svg)/.test(e.content_type)?h("figure",{},h("img",{src:t,alt:e.filename}),s):s}var wr={online:"Online",idle:"Idle",dnd:"Do not disturb",offline:"Offline"},pn=["Playing","Streaming","Listening to","Watching","","Competing in"];function Mr(){fe(fn)}function fn(){let t=[...se()?[]:X()?.members??[]].sort((a,n)=>ee(a.user).localeCompare(ee(n.user))),i=a=>a.status!=="offline",o=[["Online",t.filter(i)],["Offline",t.filter(a=>!i(a))]].map(([a,n])=>{if(n.length)return h("section",{},h("h2",{},`${a} — ${n.length}`),h("ul",{},...n.map(c=>h("li",{},vn(c)))))}),r=se()?h("p",{class:"muted"},"A conversation with the bot."):void 0;Ue(R("people"),h("h2",{class:"unseen"},"Members"),r,...o)}function xr(e){let t=e.find(s=>s.type===4);if(t)return[t.emoji?.name,t.state].filter(Boolean).join(" ");let i=e[0];return i?`${pn[i.type]??""} ${i.details??i.name}`.trim():""}function vn(e){let t=ee(e.user),i=As(e.user.id),s=h("span",{class:"name"},t);i&&(s.style.color=js(i));let o=xr(e.activities),r=h("span",{class:"face"},h("img",{src:it(e.user.id,t),alt:""}),h("span",{class:`dot ${e.status}`,role:"img","aria-label":wr[e.status]??e.status})),a=h("span",{class:"words"},h("span",{},s,e.user.bot&&h("span",{class:"tag"},"BOT")),o&&h("span",{class:"muted"},o));return h("button",{type:"button",class:"member","data-key":e.user.id,"data-user":e.user.username,onclick:()=>un(e)},r,a)}function un(e){let i=(X()?.roles.filter(d=>e.roles.includes(d.id))??[]).sort((d,l)=>l.position-d.position).map(d=>h("li",{class:"role"},d.name)),s=()=>{p.close(),Es(e.user.id)},o=e.user.id===z.view?.me.id,r=!e.user.bot&&!o&&h("button",{type:"button",class:"main",onclick:s},`Act as ${ee(e.user)}`),a=h("p",{class:"muted"},`@${e.user.username} · ${wr[e.status]??e.status}${e.pending?" · has not accepted the rules":""}`),n=e.activities.map(d=>xr([d])).join(" · "),c=i.length?h("ul",{class:"roles","aria-label":"Roles"},...i):h("p",{class:"muted"},"No roles."),p=dt(ee(e.user),a,n&&h("p",{},n),c,r)}var gn={2:"🔊",5:"📣",11:"🧵",12:"🔒",15:"🗂"};function Hr(){fe(zn)}function Ns(e){Fo(e),Bt(),R("composer-input").focus()}function zn(){let e=z.view;if(!e)return;let t=e.guilds.map(n=>{let c=!se()&&n===X(),p=n.channels.find(Ts),d=n.name.split(" ").map(g=>g[0]).join("").slice(0,3),l=`Server ${n.name}`;return h("button",{type:"button",class:"guild","aria-label":l,title:n.name,"aria-current":c&&"true","data-key":n.id,onclick:()=>p&&Ns(p.id)},d)}),i=e.dm??he,s=h("button",{type:"button",class:"guild","aria-label":"Direct messages",title:"Direct messages","aria-current":se()&&"true","data-key":"dms",onclick:()=>Ns(i)},"✉",$r(i)),o=h("div",{class:"rail"},s,...t),r=se()?"Direct messages":X()?.name??"No server",a=h("div",{class:"places"},h("h1",{},r),se()?bn(i):_n(),yn());Ue(R("places"),o,a)}function $r(e){return z.unread.has(e)?h("span",{class:"unread",role:"img","aria-label":"unread"}):void 0}function bn(e){let t=z.view.bot,i=t.user.global_name??t.user.username,s=h("button",{type:"button",class:"channel","aria-current":"true","data-key":e,onclick:()=>Ns(e)},h("img",{src:it(t.user.id,i),alt:"",class:"small"}),i);return h("ul",{class:"channels"},h("li",{},s))}function _n(){let e=X();if(!e)return h("p",{class:"muted"},"They are in no server. The toys let them join.");let t=e.channels.map(i=>{let s=h("span",{class:"sign","aria-hidden":"true"},gn[i.type]??"#");if(!Ts(i)){let r=i.voice.map(a=>{let n=e.members.find(c=>c.user.id===a)?.user;return h("li",{class:"voice"},n?ee(n):a)});return h("li",{},h("div",{class:"channel still"},s,i.name),r.length>0&&h("ul",{"aria-label":`In ${i.name}`},...r))}let o=i.id===z.channel;return h("li",{},h("button",{type:"button",class:`channel${z.unread.has(i.id)?" news":""}`,"aria-current":o&&"page","data-key":i.id,onclick:()=>Ns(i.id)},s,h("span",{},i.name),$r(i.id)))});return h("ul",{class:"channels","aria-label":"Channels"},...t)}function yn(){let e=z.view,i=[...e.people].sort((n,c)=>Number(c.owner)-Number(n.owner)||n.username.localeCompare(c.username)).map(n=>{let c=n.member?"":" (not in the server)",p=`${n.global_name??n.username} · ${n.username}${n.owner?" · owner":""}${c}`;return h("option",{value:n.id,selected:n.id===e.me.id},p)}),o=h("select",{id:"acting",onchange:n=>Es(n.target.value),"data-key":"acting"},...i),r=h("a",{href:`?${new URLSearchParams({as:z.as,channel:z.channel})}`,target:"_blank",class:"icon","aria-label":"Open another tab, to act as somebody else at the same time",title:"Another tab"},"⧉"),a=h("img",{src:it(e.me.id,ee(e.me)),alt:"",class:"small"});return h("div",{class:"acting"},h("label",{for:"acting"},"Acting as"),h("div",{},a,o,r))}var wn={members:"Server members",presences:"Presences",content:"Message content"},le="";function kr(){fe(()=>{R("toys").hidden||Ci()}),new MutationObserver(Ci).observe(R("toys"),{attributeFilter:["hidden"]})}async function ne(e,t,i){try{await ze(e,t),R("toy-news").textContent=i,Is(i)}catch(s){vt(s)}}function Fe(e,t,i=""){return h("button",{type:"button",class:i,onclick:t,"data-key":`toy ${e}`},e)}function ke(e,...t){return h("fieldset",{},h("legend",{},e),...t)}function Ci(){let e=z.view;if(!e||R("toys").hidden)return;e.people.some(s=>s.id===le)||(le=e.me.id);let t=h("p",{id:"toy-news",class:"muted"},document.getElementById("toy-news")?.textContent??""),i=e.bot.connected?"The bot is connected.":e.bot.refused?"Discord is down for the bot.":"The bot is not connected.";Ue(R("toys"),h("h2",{},"Toys"),t,Mn(),xn(),Hn(),$n(),kn(),En(),h("p",{class:"muted",id:"gateway"},i),Tn(),Cn())}function Mn(){let e=z.view.people.map(i=>h("option",{value:i.id,selected:i.id===le},i.global_name??i.username)),t=i=>{le=i.target.value,Ci()};return h("p",{},h("label",{for:"toy-who"},"Who "),h("select",{id:"toy-who",onchange:t,"data-key":"toy-who"},...e))}function Rs(){let e=z.view.people.find(t=>t.id===le);return{it:e,name:ee(e),member:X()?.members.find(t=>t.user.id===le)}}function xn(){let{name:e,member:t}=Rs(),i=le===z.view.me.id?z.view.status:t?.status??"offline",s=["online","idle","dnd","invisible","offline"],o=h("input",{id:"toy-custom",placeholder:"Custom status","aria-label":"Custom status"}),r=h("input",{id:"toy-game",placeholder:"Playing","aria-label":"Playing"});o.value=t?.activities.find(c=>c.type===4)?.state??"",r.value=t?.activities.find(c=>c.type===0)?.name??"";let a=h("select",{"aria-label":"Status"},...s.map(c=>h("option",{selected:c===i},c)));return ke("Presence",a,o,r,Fe("Show",()=>{let c={custom:o.value||null,playing:r.value||null};ne("members",{action:"presence",user:le,status:a.value,...c},`${e} is ${a.value}.`)}))}function Hn(){let{it:e,name:t}=Rs(),i=Fe("Join",()=>{ne("members",{action:"join",user:le},`${t} joined.`)}),s=Fe("Leave",()=>{ne("members",{action:"leave",user:le},`${t} left.`)}),o=h("input",{id:"toy-new",placeholder:"New person","aria-label":"Handle of a new person"}),r=Fe("Join as new",()=>{let a=o.value.trim();a&&ne("members",{action:"join",user:a},`${a} joined.`)});return ke("Membership",e.member?s:i,o,r)}function $n(){let{name:e,member:t}=Rs();if(!t)return ke("Roles",`${e} is not in the server.`);let s=X().roles.filter(o=>o.id!==X().id&&!o.managed).map(o=>{let r=()=>{let n=t.roles.includes(o.id),c=n?t.roles.filter(p=>p!==o.id):[...t.roles,o.id];ne("members",{action:"roles",user:le,roles:c},`${e} ${n?"lost":"got"} ${o.name}.`)},a=h("input",{type:"checkbox",checked:t.roles.includes(o.id),onchange:r,"data-key":`role ${o.id}`});return h("label",{class:"check"},a,` ${o.name}`)});return ke("Roles",...s)}function kn(){let{name:e,member:t}=Rs(),i=X()?.channels.filter(a=>a.type===2)??[];if(!t||!i.length)return ke("Voice","There is no voice channel.");let s=i.find(a=>a.voice.includes(le)),o=a=>{let n=a.target.value,c=n?`${e} is in voice.`:`${e} left voice.`;ne("members",{action:"voice",user:le,channel:n||null},c)},r=i.map(a=>h("option",{value:a.id,selected:a===s},a.name));return ke("Voice",h("select",{"aria-label":"Voice channel",onchange:o,"data-key":"toy-voice"},h("option",{value:""},"Not in voice"),...r))}function En(){let e=(s,o)=>Fe(s,()=>{ne("clock",{advance_seconds:o},`The clock of Discord was moved by ${s.slice(1)}.`)}),t=Math.round((z.view.clock_offset_ms??0)/6e4),i=h("p",{class:"muted"},t?`Discord is ${t} minutes ahead.`:"The clock of Discord; that of Paddock stays.");return ke("Clock",e("+1 minute",60),e("+1 hour",3600),e("+1 day",86400),i)}function Tn(){let e=(o,r,a,n="")=>Fe(o,()=>{ne("gateway",{action:r},a)},n),t={path:"",times:3,fault:{kind:"rate_limited",scope:"user",retry_after:3}},i={path:"",times:2,fault:{kind:"status",status:503}},s=h("p",{class:"muted"},`${z.view.faults} of the bot's next requests will fail.`);return ke("What goes wrong",e("Kill gateway","drop","The connection was cut; the bot resumes.","danger"),e("New session","forget","Discord forgot the session; the bot begins another."),z.view.bot.refused?e("End outage","up","Discord accepts connections."):e("Begin outage","down","Discord accepts no connection."),Fe("Rate limit",()=>{ne("faults",t,"The next 3 requests are rate limited for 3 seconds.")},"danger"),Fe("Fail twice",()=>{ne("faults",i,"The next 2 requests fail with 503.")}),s)}function Cn(){let{refused:e}=z.view.intents,t=Object.entries(wn).map(([i,s])=>{let o=async()=>{let a=e.includes(i)?e.filter(n=>n!==i):[...e,i];await ne("intents",{refused:a},`${s}: ${a.includes(i)?"refused":"granted"}.`),await ne("gateway",{action:"forget"},"The bot identifies again."),await ne("gateway",{action:"drop"},`${s}: ${a.includes(i)?"refused":"granted"}; the bot identifies again.`)},r=h("input",{type:"checkbox",checked:e.includes(i),onchange:()=>{o()},"data-key":`intent ${i}`});return h("label",{class:"check"},r,` ${s}`)});return ke("Refuse an intent",...t)}var Nt=new Map,Rt,Er="";function Tr(){let e=R("scroll"),t=e.scrollHeight-e.scrollTop-e.clientHeight<80,i=JSON.stringify([z.as,z.channel,be(),z.view?.guilds.map(c=>[c.roles,c.members.map(p=>[p.nick,p.roles])])]),s=i!==Er||!Rt;s&&(Er=i,Nt.clear(),Rt=h("discord-messages",{"light-theme":!be()}),e.replaceChildren(Rt));let o=[...z.messages.values()].filter(c=>!z.dismissed.has(c.id));o.sort((c,p)=>BigInt(c.id)<BigInt(p.id)?-1:1);let r=new Set(o.map(c=>c.id));for(let[c,{element:p}]of Nt)r.has(c)||(p.remove(),Nt.delete(c));let a=null;for(let c of o){let p=Nt.get(c.id),d=p?.element;if(!d||JSON.stringify(p.message)!==JSON.stringify(c)){let g=_r(c),b=d?.contains(document.activeElement)?document.activeElement.dataset.key:void 0;d?.replaceWith(g),d=g,Nt.set(c.id,{message:c,element:d}),b&&queueMicrotask(()=>g.querySelector(`[data-key="${CSS.escape(b)}"]`)?.focus())}let l=a?a.nextElementSibling:Rt.firstElementChild;l!==d&&Rt.insertBefore(d,l),a=d}let n=e.querySelector(".empty");o.length?n?.remove():n||e.append(h("p",{class:"empty muted"},"Nothing here yet. Type / to see what Paddock can do.")),e.setAttribute("aria-label",se()?"Direct messages with Paddock":`Messages in #${qe(z.channel)?.name??""}`),(s||t)&&requestAnimationFrame(()=>e.scrollTo({top:e.scrollHeight}))}function An(){let e=z.view;if(!e)return;let t=qe(z.channel),i=se()?"Paddock":`# ${t?.name??""}`,s=(a,n,c,p="")=>h("button",{type:"button",class:`icon ${p}`,"aria-label":n,title:n,"aria-controls":a,"aria-expanded":"false","data-key":`panel ${a}`,onclick:d=>vr(a,d.currentTarget)},c),o=!z.connected&&h("span",{class:"lost",role:"status"},"Connection lost, trying again…"),r=e.bot.connected?void 0:h("span",{class:"lost",role:"status"},"The bot is offline");Ue(R("bar"),s("places","Servers and channels","☰","narrow"),h("h2",{},i),t?.topic?h("p",{class:"muted topic"},t.topic):void 0,h("span",{class:"space"}),o,r,s("toys","Toys","🎛"),s("people","Members","👥")),document.title=`${i.replace("# ","#")} as ${ee(e.me)} – Paddock`}async function Sn(){if(z.dismissed=new Set(JSON.parse(sessionStorage.getItem("dismissed")??"[]")),qo(),!z.as){let t=(await tt("view",{as:"ada"}).catch(()=>{}))?.people?.find(i=>i.username==="ada");z.as=t?.id??await Vn()}Hr(),Mr(),fe(An),dr(),kr(),gr(),fe(Tr),Ro(Tr),Uo(e=>{e.author.id!==z.view?.me.id&&Is(`${ee(e.author)}: ${e.text}`)}),tr(()=>{mt(),xe()}),addEventListener("popstate",()=>location.reload()),setInterval(or,1e3),gi()}async function Vn(){return(await tt("")).users.find(t=>!t.bot)?.id??""}Sn();

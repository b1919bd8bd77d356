var Xt=globalThis,es=Xt.ShadowRoot&&(Xt.ShadyCSS===void 0||Xt.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,ci=Symbol(),Ro=new WeakMap,$t=class{constructor(t,i,s){if(this._$cssResult$=!0,s!==ci)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=t,this.t=i}get styleSheet(){let t=this.o,i=this.t;if(es&&t===void 0){let s=i!==void 0&&i.length===1;s&&(t=Ro.get(i)),t===void 0&&((this.o=t=new CSSStyleSheet).replaceSync(this.cssText),s&&Ro.set(i,t))}return t}toString(){return this.cssText}},Bo=e=>new $t(typeof e=="string"?e:e+"",void 0,ci),se=(e,...t)=>{let i=e.length===1?e[0]:t.reduce((s,o,r)=>s+(a=>{if(a._$cssResult$===!0)return a.cssText;if(typeof a=="number")return a;throw Error("Value passed to 'css' function must be a 'css' function result: "+a+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(o)+e[r+1],e[0]);return new $t(i,e,ci)},No=(e,t)=>{if(es)e.adoptedStyleSheets=t.map(i=>i instanceof CSSStyleSheet?i:i.styleSheet);else for(let i of t){let s=document.createElement("style"),o=Xt.litNonce;o!==void 0&&s.setAttribute("nonce",o),s.textContent=i.cssText,e.appendChild(s)}},di=es?e=>e:e=>e instanceof CSSStyleSheet?(t=>{let i="";for(let s of t.cssRules)i+=s.cssText;return Bo(i)})(e):e;var{is:ya,defineProperty:wa,getOwnPropertyDescriptor:Ma,getOwnPropertyNames:xa,getOwnPropertySymbols:Ha,getPrototypeOf:$a}=Object,ts=globalThis,Uo=ts.trustedTypes,ka=Uo?Uo.emptyScript:"",Ea=ts.reactiveElementPolyfillSupport,kt=(e,t)=>e,Et={toAttribute(e,t){switch(t){case Boolean:e=e?ka:null;break;case Object:case Array:e=e==null?e:JSON.stringify(e)}return e},fromAttribute(e,t){let i=e;switch(t){case Boolean:i=e!==null;break;case Number:i=e===null?null:Number(e);break;case Object:case Array:try{i=JSON.parse(e)}catch{i=null}}return i}},ss=(e,t)=>!ya(e,t),qo={attribute:!0,type:String,converter:Et,reflect:!1,useDefault:!1,hasChanged:ss};Symbol.metadata??=Symbol("metadata"),ts.litPropertyMetadata??=new WeakMap;var $e=class extends HTMLElement{static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(t,i=qo){if(i.state&&(i.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(t)&&((i=Object.create(i)).wrapped=!0),this.elementProperties.set(t,i),!i.noAccessor){let s=Symbol(),o=this.getPropertyDescriptor(t,s,i);o!==void 0&&wa(this.prototype,t,o)}}static getPropertyDescriptor(t,i,s){let{get:o,set:r}=Ma(this.prototype,t)??{get(){return this[i]},set(a){this[i]=a}};return{get:o,set(a){let l=o?.call(this);r?.call(this,a),this.requestUpdate(t,l,s)},configurable:!0,enumerable:!0}}static getPropertyOptions(t){return this.elementProperties.get(t)??qo}static _$Ei(){if(this.hasOwnProperty(kt("elementProperties")))return;let t=$a(this);t.finalize(),t.l!==void 0&&(this.l=[...t.l]),this.elementProperties=new Map(t.elementProperties)}static finalize(){if(this.hasOwnProperty(kt("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(kt("properties"))){let i=this.properties,s=[...xa(i),...Ha(i)];for(let o of s)this.createProperty(o,i[o])}let t=this[Symbol.metadata];if(t!==null){let i=litPropertyMetadata.get(t);if(i!==void 0)for(let[s,o]of i)this.elementProperties.set(s,o)}this._$Eh=new Map;for(let[i,s]of this.elementProperties){let o=this._$Eu(i,s);o!==void 0&&this._$Eh.set(o,i)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(t){let i=[];if(Array.isArray(t)){let s=new Set(t.flat(1/0).reverse());for(let o of s)i.unshift(di(o))}else t!==void 0&&i.push(di(t));return i}static _$Eu(t,i){let s=i.attribute;return s===!1?void 0:typeof s=="string"?s:typeof t=="string"?t.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(t=>this.enableUpdating=t),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(t=>t(this))}addController(t){(this._$EO??=new Set).add(t),this.renderRoot!==void 0&&this.isConnected&&t.hostConnected?.()}removeController(t){this._$EO?.delete(t)}_$E_(){let t=new Map,i=this.constructor.elementProperties;for(let s of i.keys())this.hasOwnProperty(s)&&(t.set(s,this[s]),delete this[s]);t.size>0&&(this._$Ep=t)}createRenderRoot(){let t=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return No(t,this.constructor.elementStyles),t}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(t=>t.hostConnected?.())}enableUpdating(t){}disconnectedCallback(){this._$EO?.forEach(t=>t.hostDisconnected?.())}attributeChangedCallback(t,i,s){this._$AK(t,s)}_$ET(t,i){let s=this.constructor.elementProperties.get(t),o=this.constructor._$Eu(t,s);if(o!==void 0&&s.reflect===!0){let r=(s.converter?.toAttribute!==void 0?s.converter:Et).toAttribute(i,s.type);this._$Em=t,r==null?this.removeAttribute(o):this.setAttribute(o,r),this._$Em=null}}_$AK(t,i){let s=this.constructor,o=s._$Eh.get(t);if(o!==void 0&&this._$Em!==o){let r=s.getPropertyOptions(o),a=typeof r.converter=="function"?{fromAttribute:r.converter}:r.converter?.fromAttribute!==void 0?r.converter:Et;this._$Em=o;let l=a.fromAttribute(i,r.type);this[o]=l??this._$Ej?.get(o)??l,this._$Em=null}}requestUpdate(t,i,s,o=!1,r){if(t!==void 0){let a=this.constructor;if(o===!1&&(r=this[t]),s??=a.getPropertyOptions(t),!((s.hasChanged??ss)(r,i)||s.useDefault&&s.reflect&&r===this._$Ej?.get(t)&&!this.hasAttribute(a._$Eu(t,s))))return;this.C(t,i,s)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(t,i,{useDefault:s,reflect:o,wrapped:r},a){s&&!(this._$Ej??=new Map).has(t)&&(this._$Ej.set(t,a??i??this[t]),r!==!0||a!==void 0)||(this._$AL.has(t)||(this.hasUpdated||s||(i=void 0),this._$AL.set(t,i)),o===!0&&this._$Em!==t&&(this._$Eq??=new Set).add(t))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(i){Promise.reject(i)}let t=this.scheduleUpdate();return t!=null&&await t,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[o,r]of this._$Ep)this[o]=r;this._$Ep=void 0}let s=this.constructor.elementProperties;if(s.size>0)for(let[o,r]of s){let{wrapped:a}=r,l=this[o];a!==!0||this._$AL.has(o)||l===void 0||this.C(o,void 0,r,l)}}let t=!1,i=this._$AL;try{t=this.shouldUpdate(i),t?(this.willUpdate(i),this._$EO?.forEach(s=>s.hostUpdate?.()),this.update(i)):this._$EM()}catch(s){throw t=!1,this._$EM(),s}t&&this._$AE(i)}willUpdate(t){}_$AE(t){this._$EO?.forEach(i=>i.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(t)),this.updated(t)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(t){return!0}update(t){this._$Eq&&=this._$Eq.forEach(i=>this._$ET(i,this[i])),this._$EM()}updated(t){}firstUpdated(t){}};$e.elementStyles=[],$e.shadowRootOptions={mode:"open"},$e[kt("elementProperties")]=new Map,$e[kt("finalized")]=new Map,Ea?.({ReactiveElement:$e}),(ts.reactiveElementVersions??=[]).push("2.1.2");var fi=globalThis,Fo=e=>e,is=fi.trustedTypes,Wo=is?is.createPolicy("lit-html",{createHTML:e=>e}):void 0,pi="$lit$",ke=`lit$${Math.random().toFixed(9).slice(2)}$`,vi="?"+ke,Ta=`<${vi}>`,Ye=document,St=()=>Ye.createComment(""),Ct=e=>e===null||typeof e!="object"&&typeof e!="function",ui=Array.isArray,Qo=e=>ui(e)||typeof e?.[Symbol.iterator]=="function",mi=`[ 	
\f\r]`,Tt=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,Zo=/-->/g,Go=/>/g,Je=RegExp(`>|${mi}(?:([^\\s"'>=/]+)(${mi}*=${mi}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),Jo=/'/g,Ko=/"/g,Xo=/^(?:script|style|textarea|title)$/i,gi=e=>(t,...i)=>({_$litType$:e,strings:t,values:i}),p=gi(1),T=gi(2),jl=gi(3),ce=Symbol.for("lit-noChange"),G=Symbol.for("lit-nothing"),Yo=new WeakMap,Ke=Ye.createTreeWalker(Ye,129);function er(e,t){if(!ui(e)||!e.hasOwnProperty("raw"))throw Error("invalid template strings array");return Wo!==void 0?Wo.createHTML(t):t}var tr=(e,t)=>{let i=e.length-1,s=[],o,r=t===2?"<svg>":t===3?"<math>":"",a=Tt;for(let l=0;l<i;l++){let h=e[l],f,c,d=-1,y=0;for(;y<h.length&&(a.lastIndex=y,c=a.exec(h),c!==null);)y=a.lastIndex,a===Tt?c[1]==="!--"?a=Zo:c[1]!==void 0?a=Go:c[2]!==void 0?(Xo.test(c[2])&&(o=RegExp("</"+c[2],"g")),a=Je):c[3]!==void 0&&(a=Je):a===Je?c[0]===">"?(a=o??Tt,d=-1):c[1]===void 0?d=-2:(d=a.lastIndex-c[2].length,f=c[1],a=c[3]===void 0?Je:c[3]==='"'?Ko:Jo):a===Ko||a===Jo?a=Je:a===Zo||a===Go?a=Tt:(a=Je,o=void 0);let g=a===Je&&e[l+1].startsWith("/>")?" ":"";r+=a===Tt?h+Ta:d>=0?(s.push(f),h.slice(0,d)+pi+h.slice(d)+ke+g):h+ke+(d===-2?l:g)}return[er(e,r+(e[i]||"<?>")+(t===2?"</svg>":t===3?"</math>":"")),s]},At=class e{constructor({strings:t,_$litType$:i},s){let o;this.parts=[];let r=0,a=0,l=t.length-1,h=this.parts,[f,c]=tr(t,i);if(this.el=e.createElement(f,s),Ke.currentNode=this.el.content,i===2||i===3){let d=this.el.content.firstChild;d.replaceWith(...d.childNodes)}for(;(o=Ke.nextNode())!==null&&h.length<l;){if(o.nodeType===1){if(o.hasAttributes())for(let d of o.getAttributeNames())if(d.endsWith(pi)){let y=c[a++],g=o.getAttribute(d).split(ke),x=/([.?@])?(.*)/.exec(y);h.push({type:1,index:r,name:x[2],strings:g,ctor:x[1]==="."?rs:x[1]==="?"?as:x[1]==="@"?ns:Xe}),o.removeAttribute(d)}else d.startsWith(ke)&&(h.push({type:6,index:r}),o.removeAttribute(d));if(Xo.test(o.tagName)){let d=o.textContent.split(ke),y=d.length-1;if(y>0){o.textContent=is?is.emptyScript:"";for(let g=0;g<y;g++)o.append(d[g],St()),Ke.nextNode(),h.push({type:2,index:++r});o.append(d[y],St())}}}else if(o.nodeType===8)if(o.data===vi)h.push({type:2,index:r});else{let d=-1;for(;(d=o.data.indexOf(ke,d+1))!==-1;)h.push({type:7,index:r}),d+=ke.length-1}r++}}static createElement(t,i){let s=Ye.createElement("template");return s.innerHTML=t,s}};function Qe(e,t,i=e,s){if(t===ce)return t;let o=s!==void 0?i._$Co?.[s]:i._$Cl,r=Ct(t)?void 0:t._$litDirective$;return o?.constructor!==r&&(o?._$AO?.(!1),r===void 0?o=void 0:(o=new r(e),o._$AT(e,i,s)),s!==void 0?(i._$Co??=[])[s]=o:i._$Cl=o),o!==void 0&&(t=Qe(e,o._$AS(e,t.values),o,s)),t}var os=class{constructor(t,i){this._$AV=[],this._$AN=void 0,this._$AD=t,this._$AM=i}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(t){let{el:{content:i},parts:s}=this._$AD,o=(t?.creationScope??Ye).importNode(i,!0);Ke.currentNode=o;let r=Ke.nextNode(),a=0,l=0,h=s[0];for(;h!==void 0;){if(a===h.index){let f;h.type===2?f=new lt(r,r.nextSibling,this,t):h.type===1?f=new h.ctor(r,h.name,h.strings,this,t):h.type===6&&(f=new ls(r,this,t)),this._$AV.push(f),h=s[++l]}a!==h?.index&&(r=Ke.nextNode(),a++)}return Ke.currentNode=Ye,o}p(t){let i=0;for(let s of this._$AV)s!==void 0&&(s.strings!==void 0?(s._$AI(t,s,i),i+=s.strings.length-2):s._$AI(t[i])),i++}},lt=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(t,i,s,o){this.type=2,this._$AH=G,this._$AN=void 0,this._$AA=t,this._$AB=i,this._$AM=s,this.options=o,this._$Cv=o?.isConnected??!0}get parentNode(){let t=this._$AA.parentNode,i=this._$AM;return i!==void 0&&t?.nodeType===11&&(t=i.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(t,i=this){t=Qe(this,t,i),Ct(t)?t===G||t==null||t===""?(this._$AH!==G&&this._$AR(),this._$AH=G):t!==this._$AH&&t!==ce&&this._(t):t._$litType$!==void 0?this.$(t):t.nodeType!==void 0?this.T(t):Qo(t)?this.k(t):this._(t)}O(t){return this._$AA.parentNode.insertBefore(t,this._$AB)}T(t){this._$AH!==t&&(this._$AR(),this._$AH=this.O(t))}_(t){this._$AH!==G&&Ct(this._$AH)?this._$AA.nextSibling.data=t:this.T(Ye.createTextNode(t)),this._$AH=t}$(t){let{values:i,_$litType$:s}=t,o=typeof s=="number"?this._$AC(t):(s.el===void 0&&(s.el=At.createElement(er(s.h,s.h[0]),this.options)),s);if(this._$AH?._$AD===o)this._$AH.p(i);else{let r=new os(o,this),a=r.u(this.options);r.p(i),this.T(a),this._$AH=r}}_$AC(t){let i=Yo.get(t.strings);return i===void 0&&Yo.set(t.strings,i=new At(t)),i}k(t){ui(this._$AH)||(this._$AH=[],this._$AR());let i=this._$AH,s,o=0;for(let r of t)o===i.length?i.push(s=new e(this.O(St()),this.O(St()),this,this.options)):s=i[o],s._$AI(r),o++;o<i.length&&(this._$AR(s&&s._$AB.nextSibling,o),i.length=o)}_$AR(t=this._$AA.nextSibling,i){for(this._$AP?.(!1,!0,i);t!==this._$AB;){let s=Fo(t).nextSibling;Fo(t).remove(),t=s}}setConnected(t){this._$AM===void 0&&(this._$Cv=t,this._$AP?.(t))}},Xe=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(t,i,s,o,r){this.type=1,this._$AH=G,this._$AN=void 0,this.element=t,this.name=i,this._$AM=o,this.options=r,s.length>2||s[0]!==""||s[1]!==""?(this._$AH=Array(s.length-1).fill(new String),this.strings=s):this._$AH=G}_$AI(t,i=this,s,o){let r=this.strings,a=!1;if(r===void 0)t=Qe(this,t,i,0),a=!Ct(t)||t!==this._$AH&&t!==ce,a&&(this._$AH=t);else{let l=t,h,f;for(t=r[0],h=0;h<r.length-1;h++)f=Qe(this,l[s+h],i,h),f===ce&&(f=this._$AH[h]),a||=!Ct(f)||f!==this._$AH[h],f===G?t=G:t!==G&&(t+=(f??"")+r[h+1]),this._$AH[h]=f}a&&!o&&this.j(t)}j(t){t===G?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,t??"")}},rs=class extends Xe{constructor(){super(...arguments),this.type=3}j(t){this.element[this.name]=t===G?void 0:t}},as=class extends Xe{constructor(){super(...arguments),this.type=4}j(t){this.element.toggleAttribute(this.name,!!t&&t!==G)}},ns=class extends Xe{constructor(t,i,s,o,r){super(t,i,s,o,r),this.type=5}_$AI(t,i=this){if((t=Qe(this,t,i,0)??G)===ce)return;let s=this._$AH,o=t===G&&s!==G||t.capture!==s.capture||t.once!==s.once||t.passive!==s.passive,r=t!==G&&(s===G||o);o&&this.element.removeEventListener(this.name,this,s),r&&this.element.addEventListener(this.name,this,t),this._$AH=t}handleEvent(t){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)}},ls=class{constructor(t,i,s){this.element=t,this.type=6,this._$AN=void 0,this._$AM=i,this.options=s}get _$AU(){return this._$AM._$AU}_$AI(t){Qe(this,t)}},sr={M:pi,P:ke,A:vi,C:1,L:tr,R:os,D:Qo,V:Qe,I:lt,H:Xe,N:as,U:ns,B:rs,F:ls},Sa=fi.litHtmlPolyfillSupport;Sa?.(At,lt),(fi.litHtmlVersions??=[]).push("3.3.3");var ir=(e,t,i)=>{let s=i?.renderBefore??t,o=s._$litPart$;if(o===void 0){let r=i?.renderBefore??null;s._$litPart$=o=new lt(t.insertBefore(St(),r),r,void 0,i??{})}return o._$AI(e),o};var bi=globalThis,J=class extends $e{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let t=super.createRenderRoot();return this.renderOptions.renderBefore??=t.firstChild,t}update(t){let i=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(t),this._$Do=ir(i,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return ce}};J._$litElement$=!0,J.finalized=!0,bi.litElementHydrateSupport?.({LitElement:J});var Ca=bi.litElementPolyfillSupport;Ca?.({LitElement:J});(bi.litElementVersions??=[]).push("4.2.2");var ie=e=>(t,i)=>{i!==void 0?i.addInitializer(()=>{customElements.define(e,t)}):customElements.define(e,t)};var Aa={attribute:!0,type:String,converter:Et,reflect:!1,hasChanged:ss},Va=(e=Aa,t,i)=>{let{kind:s,metadata:o}=i,r=globalThis.litPropertyMetadata.get(o);if(r===void 0&&globalThis.litPropertyMetadata.set(o,r=new Map),s==="setter"&&((e=Object.create(e)).wrapped=!0),r.set(i.name,e),s==="accessor"){let{name:a}=i;return{set(l){let h=t.get.call(this);t.set.call(this,l),this.requestUpdate(a,h,e,!0,l)},init(l){return l!==void 0&&this.C(a,void 0,e,l),l}}}if(s==="setter"){let{name:a}=i;return function(l){let h=this[a];t.call(this,l),this.requestUpdate(a,h,e,!0,l)}}throw Error("Unsupported decorator location: "+s)};function M(e){return(t,i)=>typeof i=="object"?Va(e,t,i):((s,o,r)=>{let a=o.hasOwnProperty(r);return o.constructor.createProperty(r,s),a?Object.getOwnPropertyDescriptor(o,r):void 0})(e,t,i)}var ja=function(e,t,i,s,o,r){function a(k){if(k!==void 0&&typeof k!="function")throw new TypeError("Function expected");return k}for(var l=s.kind,h=l==="getter"?"get":l==="setter"?"set":"value",f=!t&&e?s.static?e:e.prototype:null,c=t||(f?Object.getOwnPropertyDescriptor(f,s.name):{}),d,y=!1,g=i.length-1;g>=0;g--){var x={};for(var z in s)x[z]=z==="access"?{}:s[z];for(var z in s.access)x.access[z]=s.access[z];x.addInitializer=function(k){if(y)throw new TypeError("Cannot add initializers after decoration has completed");r.push(a(k||null))};var b=(0,i[g])(l==="accessor"?{get:c.get,set:c.set}:c[h],x);if(l==="accessor"){if(b===void 0)continue;if(b===null||typeof b!="object")throw new TypeError("Object expected");(d=a(b.get))&&(c.get=d),(d=a(b.set))&&(c.set=d),(d=a(b.init))&&o.unshift(d)}else(d=a(b))&&(l==="field"?o.unshift(d):c[h]=d)}f&&Object.defineProperty(f,s.name,c),y=!0},Da=function(e,t,i){for(var s=arguments.length>2,o=0;o<t.length;o++)i=s?t[o].call(e,i):t[o].call(e);return s?i:void 0},zi=(()=>{let e=[ie("discord-action-row")],t,i=[],s,o=J;var r=class extends o{static{s=this}static{let a=typeof Symbol=="function"&&Symbol.metadata?Object.create(o[Symbol.metadata]??null):void 0;ja(null,t={value:s},e,{kind:"class",name:s.name,metadata:a},null,i),r=s=t.value,a&&Object.defineProperty(s,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:a})}static styles=se`
		:host {
			display: flex;
			flex-wrap: wrap;
		}
	`;render(){return p`<slot></slot>`}static{Da(s,i)}};return r=s})();var Fe=class extends Event{constructor(t,i,s,o){super("context-request",{bubbles:!0,composed:!0}),this.context=t,this.contextTarget=i,this.callback=s,this.subscribe=o??!1}};var ht=class{constructor(t,i,s,o){if(this.subscribe=!1,this.provided=!1,this.value=void 0,this.t=(r,a)=>{this.unsubscribe&&(this.unsubscribe!==a&&(this.provided=!1,this.unsubscribe()),this.subscribe||this.unsubscribe()),this.value=r,this.host.requestUpdate(),this.provided&&!this.subscribe||(this.provided=!0,this.callback&&this.callback(r,a)),this.unsubscribe=a},this.host=t,i.context!==void 0){let r=i;this.context=r.context,this.callback=r.callback,this.subscribe=r.subscribe??!1}else this.context=i,this.callback=s,this.subscribe=o??!1;this.host.addController(this)}hostConnected(){this.dispatchRequest()}hostDisconnected(){this.unsubscribe&&(this.unsubscribe(),this.unsubscribe=void 0)}dispatchRequest(){this.host.dispatchEvent(new Fe(this.context,this.host,this.t,this.subscribe))}};var cs=class{get value(){return this.o}set value(t){this.setValue(t)}setValue(t,i=!1){let s=i||!Object.is(t,this.o);this.o=t,s&&this.updateObservers()}constructor(t){this.subscriptions=new Map,this.updateObservers=()=>{for(let[i,{disposer:s}]of this.subscriptions)i(this.o,s)},t!==void 0&&(this.value=t)}addCallback(t,i,s){if(!s)return void t(this.value);this.subscriptions.has(t)||this.subscriptions.set(t,{disposer:()=>{this.subscriptions.delete(t)},consumerHost:i});let{disposer:o}=this.subscriptions.get(t);t(this.value,o)}clearCallbacks(){this.subscriptions.clear()}};var _i=class extends Event{constructor(t,i){super("context-provider",{bubbles:!0,composed:!0}),this.context=t,this.contextTarget=i}},ct=class extends cs{constructor(t,i,s){super(i.context!==void 0?i.initialValue:s),this.onContextRequest=o=>{if(o.context!==this.context)return;let r=o.contextTarget??o.composedPath()[0];r!==this.host&&(o.stopPropagation(),this.addCallback(o.callback,r,o.subscribe))},this.onProviderRequest=o=>{if(o.context!==this.context||(o.contextTarget??o.composedPath()[0])===this.host)return;let r=new Set;for(let[a,{consumerHost:l}]of this.subscriptions)r.has(a)||(r.add(a),l.dispatchEvent(new Fe(this.context,l,a,!0)));o.stopPropagation()},this.host=t,i.context!==void 0?this.context=i.context:this.context=i,this.attachListeners(),this.host.addController?.(this)}attachListeners(){this.host.addEventListener("context-request",this.onContextRequest),this.host.addEventListener("context-provider",this.onProviderRequest)}hostConnected(){this.host.dispatchEvent(new _i(this.context,this.host))}};function Vt({context:e}){return(t,i)=>{let s=new WeakMap;if(typeof i=="object")return{get(){return t.get.call(this)},set(o){return s.get(this).setValue(o),t.set.call(this,o)},init(o){return s.set(this,new ct(this,{context:e,initialValue:o})),o}};{t.constructor.addInitializer((a=>{s.set(a,new ct(a,{context:e}))}));let o=Object.getOwnPropertyDescriptor(t,i),r;if(o===void 0){let a=new WeakMap;r={get(){return a.get(this)},set(l){s.get(this).setValue(l),a.set(this,l)},configurable:!0,enumerable:!0}}else{let a=o.set;r={...o,set(l){s.get(this).setValue(l),a?.call(this,l)}}}return void Object.defineProperty(t,i,r)}}}function de({context:e,subscribe:t}){return(i,s)=>{typeof s=="object"?s.addInitializer((function(){new ht(this,{context:e,callback:o=>{i.set.call(this,o)},subscribe:t})})):i.constructor.addInitializer((o=>{new ht(o,{context:e,callback:r=>{o[s]=r},subscribe:t})}))}}function O(e,t,i){return e?t(e):i?.(e)}var{I:Yh}=sr;var or=e=>e.strings===void 0;var ds={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},et=e=>(...t)=>({_$litDirective$:e,values:t}),We=class{constructor(t){}get _$AU(){return this._$AM._$AU}_$AT(t,i,s){this._$Ct=t,this._$AM=i,this._$Ci=s}_$AS(t,i){return this.update(t,i)}update(t,i){return this.render(...i)}};var jt=(e,t)=>{let i=e._$AN;if(i===void 0)return!1;for(let s of i)s._$AO?.(t,!1),jt(s,t);return!0},ms=e=>{let t,i;do{if((t=e._$AM)===void 0)break;i=t._$AN,i.delete(e),e=t}while(i?.size===0)},rr=e=>{for(let t;t=e._$AM;e=t){let i=t._$AN;if(i===void 0)t._$AN=i=new Set;else if(i.has(e))break;i.add(e),Pa(t)}};function La(e){this._$AN!==void 0?(ms(this),this._$AM=e,rr(this)):this._$AM=e}function Oa(e,t=!1,i=0){let s=this._$AH,o=this._$AN;if(o!==void 0&&o.size!==0)if(t)if(Array.isArray(s))for(let r=i;r<s.length;r++)jt(s[r],!1),ms(s[r]);else s!=null&&(jt(s,!1),ms(s));else jt(this,e)}var Pa=e=>{e.type==ds.CHILD&&(e._$AP??=Oa,e._$AQ??=La)},fs=class extends We{constructor(){super(...arguments),this._$AN=void 0}_$AT(t,i,s){super._$AT(t,i,s),rr(this),this.isConnected=t._$AU}_$AO(t,i=!0){t!==this.isConnected&&(this.isConnected=t,t?this.reconnected?.():this.disconnected?.()),i&&(jt(this,t),ms(this))}setValue(t){if(or(this._$Ct))this._$Ct._$AI(t,this);else{let i=[...this._$Ct._$AH];i[this._$Ci]=t,this._$Ct._$AI(i,this,0)}}disconnected(){}reconnected(){}};var yi=class extends fs{host;element;prevData={};eventData={};render(t){return G}update(t,[i]){this.element!==t.element&&(this.element=t.element),this.host=t.options?.host??this.element,this.apply(i),this.groom(i),this.prevData={...i}}apply(t){if(!t)return;let{prevData:i,element:s}=this;for(let[o,r]of Object.entries(t)){if(r===i[o])continue;let a=o.slice(1);switch(o[0]){case"@":this.eventData[a]=r,this.applyEvent(a,r);break;case".":s[a]=r;break;case"?":r?s.setAttribute(a,""):s.removeAttribute(a);break;default:r===null?s.removeAttribute(o):s.setAttribute(o,String(r));break}}}groom(t){let{prevData:i,element:s}=this;if(i)for(let[o,r]of Object.entries(i)){let a=o.slice(1);if(!t||!(o in t)&&s[a]===r)switch(o[0]){case"@":this.groomEvent(a,r);break;case".":s[a]=void 0;break;case"?":s.removeAttribute(a);break;default:s.removeAttribute(o);break}}}applyEvent(t,i){let{prevData:s,element:o}=this;this.eventData[t]=i,s[t]&&o.removeEventListener(t,this,i),o.addEventListener(t,this,i)}groomEvent(t,i){let{element:s}=this;Reflect.deleteProperty(this.eventData,t),s.removeEventListener(t,this,i)}handleEvent(t){let i=this.eventData[t.type];typeof i=="function"?i.call(this.host,t):i.handleEvent(t)}disconnected(){let{eventData:t,element:i}=this;for(let[s,o]of Object.entries(t)){let r=s.slice(1);i.removeEventListener(r,this,o)}}reconnected(){let{eventData:t,element:i}=this;for(let[s,o]of Object.entries(t)){let r=s.slice(1);i.addEventListener(r,this,o)}}},S=et(yi);var Ra=T`
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
		${Ra}
	</svg>`}var Ba=T`
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
		${Ba}
	</svg>`}var Na=T`
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
		${Na}
	</svg>`}var Ua=T`
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
		${Ua}
	</svg>`}var qa=T`
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
		${qa}
	</svg>`}var Fa=T`
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
		${Fa}
	</svg>`}var Wa=T`
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
		${Wa}
	</svg>`}var Za=T`
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
		${Za}
	</svg>`}var Ga=T`
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
		${Ga}
	</svg>`}var Ja=T`
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
		${Ja}
	</svg>`}var Ka=T`
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
		${Ka}
	</svg>`}var Ya=T`
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
		${Ya}
	</svg>`}var Qa=T`
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
		${Qa}
	</svg>`}var Xa=T`
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
		${Xa}
	</svg>`}var en=T`
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
		${en}
	</svg>`}var tn=T`
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
		${tn}
	</svg>`}var sn=T`
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
		${sn}
	</svg>`}var on=T`
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
		${on}
	</svg>`}var rn=T`
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
		${rn}
	</svg>`}var an=T`
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
		${an}
	</svg>`}var nn=T`
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
		${nn}
	</svg>`}var ln=globalThis.$discordMessage??{};function tt(){return ln}var wi={blue:"https://cdn.discordapp.com/embed/avatars/0.png",gray:"https://cdn.discordapp.com/embed/avatars/1.png",green:"https://cdn.discordapp.com/embed/avatars/2.png",orange:"https://cdn.discordapp.com/embed/avatars/3.png",red:"https://cdn.discordapp.com/embed/avatars/4.png",pink:"https://cdn.discordapp.com/embed/avatars/5.png"},Mi=tt().avatars??{},Ds=Object.assign(wi,Mi,{default:wi[Mi.default]??Mi.default??wi.blue}),ar=tt().profiles??{},nr=tt().defaultTheme==="light"?"light":"dark",lr=tt().defaultMode==="compact"?"compact":"cozy",hr=tt().defaultBackground==="none"?"none":"discord",cr=new Map([["heart",zs()],["crystal",ps()],["diamond",vs()],["explosion",us()],["flame",gs()],["flower",bs()],["key",_s()],["leaf",ys()],["lightning",ws()],["magic",Ms()],["moon",xs()],["mushroom",Hs()],["mythical",$s()],["ornament",ks()],["plasma",Es()],["rock",Ts()],["shell",Ss()],["skull",Cs()],["sun",As()],["sword",Vs()],["water",js()]]);var hn=T`
	<path
		fill="currentColor"
		d="M18.91 12.98a5.45 5.45 0 0 1 2.18 6.2c-.1.33-.09.68.1.96l.83 1.32a1 1 0 0 1-.84 1.54h-5.5A5.6 5.6 0 0 1 10 17.5a5.6 5.6 0 0 1 5.68-5.5c1.2 0 2.32.36 3.23.98Z"
	/>
	<path
		fill="currentColor"
		d="M19.24 10.86c.32.16.72-.02.74-.38L20 10c0-4.42-4.03-8-9-8s-9 3.58-9 8c0 1.5.47 2.91 1.28 4.11.14.21.12.49-.06.67l-1.51 1.51A1 1 0 0 0 2.4 18h5.1a.5.5 0 0 0 .49-.5c0-4.2 3.5-7.5 7.68-7.5 1.28 0 2.5.3 3.56.86Z"
	/>
`;function xi(e={}){return p`<svg
		${S(e)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 20 20"
		xmlns="http://www.w3.org/2000/svg"
	>
		${hn}
	</svg>`}var cn=T`
	<path
		fill="currentColor"
		fill-rule="evenodd"
		clip-rule="evenodd"
		d="M10.99 3.16A1 1 0 1 0 9 2.84L8.15 8H4a1 1 0 0 0 0 2h3.82l-.67 4H3a1 1 0 1 0 0 2h3.82l-.8 4.84a1 1 0 0 0 1.97.32L8.85 16h4.97l-.8 4.84a1 1 0 0 0 1.97.32l.86-5.16H20a1 1 0 1 0 0-2h-3.82l.67-4H21a1 1 0 1 0 0-2h-3.82l.8-4.84a1 1 0 1 0-1.97-.32L15.15 8h-4.97l.8-4.84ZM14.15 14l.67-4H9.85l-.67 4h4.97Z"
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
		${cn}
	</svg>`}var dn=T`
	<path
		fill="currentColor"
		d="M12 2.81a1 1 0 0 1 0-1.41l.36-.36a1 1 0 0 1 1.41 0l9.2 9.2a1 1 0 0 1 0 1.4l-.7.7a1 1 0 0 1-1.3.13l-9.54-6.72a1 1 0 0 1-.08-1.58l1-1L12 2.8ZM12 21.2a1 1 0 0 1 0 1.41l-.35.35a1 1 0 0 1-1.41 0l-9.2-9.19a1 1 0 0 1 0-1.41l.7-.7a1 1 0 0 1 1.3-.12l9.54 6.72a1 1 0 0 1 .07 1.58l-1 1 .35.36ZM15.66 16.8a1 1 0 0 1-1.38.28l-8.49-5.66A1 1 0 1 1 6.9 9.76l8.49 5.65a1 1 0 0 1 .27 1.39ZM17.1 14.25a1 1 0 1 0 1.11-1.66L9.73 6.93a1 1 0 0 0-1.11 1.66l8.49 5.66Z"
	/>
`;function $i(e={}){return p`<svg
		${S(e)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${dn}
	</svg>`}var mn=T`
	<path
		fill="currentColor"
		fill-rule="evenodd"
		clip-rule="evenodd"
		d="M6 9h1V6a5 5 0 0 1 10 0v3h1a3 3 0 0 1 3 3v8a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3v-8a3 3 0 0 1 3-3Zm9-3v3H9V6a3 3 0 1 1 6 0Zm-1 8a2 2 0 0 1-1 1.73V18a1 1 0 1 1-2 0v-2.27A2 2 0 1 1 14 14Z"
	/>
`;function ki(e={}){return p`<svg
		${S(e)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${mn}
	</svg>`}var fn=T`
	<path
		fill="currentColor"
		d="M12 3a1 1 0 0 0-1-1h-.06a1 1 0 0 0-.74.32L5.92 7H3a1 1 0 0 0-1 1v8a1 1 0 0 0 1 1h2.92l4.28 4.68a1 1 0 0 0 .74.32H11a1 1 0 0 0 1-1V3ZM15.1 20.75c-.58.14-1.1-.33-1.1-.92v-.03c0-.5.37-.92.85-1.05a7 7 0 0 0 0-13.5A1.11 1.11 0 0 1 14 4.2v-.03c0-.6.52-1.06 1.1-.92a9 9 0 0 1 0 17.5Z"
	/>
	<path
		fill="currentColor"
		d="M15.16 16.51c-.57.28-1.16-.2-1.16-.83v-.14c0-.43.28-.8.63-1.02a3 3 0 0 0 0-5.04c-.35-.23-.63-.6-.63-1.02v-.14c0-.63.59-1.1 1.16-.83a5 5 0 0 1 0 9.02Z"
	/>
`;function Ei(e={}){return p`<svg
		${S(e)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${fn}
	</svg>`}var dt=function(e,t,i,s,o,r){function a(k){if(k!==void 0&&typeof k!="function")throw new TypeError("Function expected");return k}for(var l=s.kind,h=l==="getter"?"get":l==="setter"?"set":"value",f=!t&&e?s.static?e:e.prototype:null,c=t||(f?Object.getOwnPropertyDescriptor(f,s.name):{}),d,y=!1,g=i.length-1;g>=0;g--){var x={};for(var z in s)x[z]=z==="access"?{}:s[z];for(var z in s.access)x.access[z]=s.access[z];x.addInitializer=function(k){if(y)throw new TypeError("Cannot add initializers after decoration has completed");r.push(a(k||null))};var b=(0,i[g])(l==="accessor"?{get:c.get,set:c.set}:c[h],x);if(l==="accessor"){if(b===void 0)continue;if(b===null||typeof b!="object")throw new TypeError("Object expected");(d=a(b.get))&&(c.get=d),(d=a(b.set))&&(c.set=d),(d=a(b.init))&&o.unshift(d)}else(d=a(b))&&(l==="field"?o.unshift(d):c[h]=d)}f&&Object.defineProperty(f,s.name,c),y=!0},ue=function(e,t,i){for(var s=arguments.length>2,o=0;o<t.length;o++)i=s?t[o].call(e,i):t[o].call(e);return s?i:void 0},st="light-theme",it="compact-mode",Ti="no-background",Si=(()=>{let e=[ie("discord-messages")],t,i=[],s,o=J,r,a=[],l=[],h,f=[],c=[],d,y=[],g=[],x,z=[],b=[],k,X=[],ee=[];var te=class extends o{static{s=this}static{let E=typeof Symbol=="function"&&Symbol.metadata?Object.create(o[Symbol.metadata]??null):void 0;r=[Vt({context:st}),M({type:Boolean,reflect:!0,attribute:"light-theme"})],h=[Vt({context:Ti}),M({type:Boolean,reflect:!0,attribute:"no-background"})],d=[Vt({context:it}),M({type:Boolean,reflect:!0,attribute:"compact-mode"})],x=[M({reflect:!0,attribute:"channel-type"})],k=[M({reflect:!0,attribute:"channel-name"})],dt(this,null,r,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:$=>"lightTheme"in $,get:$=>$.lightTheme,set:($,P)=>{$.lightTheme=P}},metadata:E},a,l),dt(this,null,h,{kind:"accessor",name:"noBackground",static:!1,private:!1,access:{has:$=>"noBackground"in $,get:$=>$.noBackground,set:($,P)=>{$.noBackground=P}},metadata:E},f,c),dt(this,null,d,{kind:"accessor",name:"compactMode",static:!1,private:!1,access:{has:$=>"compactMode"in $,get:$=>$.compactMode,set:($,P)=>{$.compactMode=P}},metadata:E},y,g),dt(this,null,x,{kind:"accessor",name:"channelType",static:!1,private:!1,access:{has:$=>"channelType"in $,get:$=>$.channelType,set:($,P)=>{$.channelType=P}},metadata:E},z,b),dt(this,null,k,{kind:"accessor",name:"channelName",static:!1,private:!1,access:{has:$=>"channelName"in $,get:$=>$.channelName,set:($,P)=>{$.channelName=P}},metadata:E},X,ee),dt(null,t={value:s},e,{kind:"class",name:s.name,metadata:E},null,i),te=s=t.value,E&&Object.defineProperty(s,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:E})}static styles=se`
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
	`;#e=ue(this,a,!1);get lightTheme(){return this.#e}set lightTheme(E){this.#e=E}#t=(ue(this,l),ue(this,f,!1));get noBackground(){return this.#t}set noBackground(E){this.#t=E}#s=(ue(this,c),ue(this,y,!1));get compactMode(){return this.#s}set compactMode(E){this.#s=E}#i=(ue(this,g),ue(this,z,void 0));get channelType(){return this.#i}set channelType(E){this.#i=E}#o=(ue(this,b),ue(this,X,void 0));get channelName(){return this.#o}set channelName(E){this.#o=E}connectedCallback(){super.connectedCallback(),(this.lightTheme||nr==="light"&&this.lightTheme)&&(this.lightTheme=!0),(this.compactMode||lr==="compact"&&this.compactMode)&&(this.compactMode=!0),(this.noBackground||hr==="none"&&this.noBackground)&&(this.noBackground=!0)}render(){let E;switch(this.channelType){case"text":E=p`${Hi()}`;break;case"voice":E=p`${Ei()}`;break;case"locked":E=p`${ki()}`;break;case"thread":E=p`${$i()}`;break;case"forum":E=p`${xi()}`;break}return p`
			${O(this.channelType&&this.channelName,()=>p`<div class="discord-channel-header">
						<div class="discord-channel-icon">${E}</div>
						<div class="discord-channel-name">${this.channelName}</div>
					</div>`)}
			<slot></slot>
		`}constructor(){super(...arguments),ue(this,ee)}static{ue(s,i)}};return te=s})();var pn=T`
	<path d="M7.4,11.17,4,8.62,5,7.26l2,1.53L10.64,4l1.36,1Z" fill="currentColor" />
`;function Dt(e={}){return p`<svg
		${S(e)}
		class="discord-application-tag-verified"
		aria-label="Verified App"
		aria-hidden="false"
		width="16"
		height="16"
		viewBox="0 0 16 15.2"
		xmlns="http://www.w3.org/2000/svg"
	>
		${pn}
	</svg>`}var Ci=function(e,t,i,s,o,r){function a(k){if(k!==void 0&&typeof k!="function")throw new TypeError("Function expected");return k}for(var l=s.kind,h=l==="getter"?"get":l==="setter"?"set":"value",f=!t&&e?s.static?e:e.prototype:null,c=t||(f?Object.getOwnPropertyDescriptor(f,s.name):{}),d,y=!1,g=i.length-1;g>=0;g--){var x={};for(var z in s)x[z]=z==="access"?{}:s[z];for(var z in s.access)x.access[z]=s.access[z];x.addInitializer=function(k){if(y)throw new TypeError("Cannot add initializers after decoration has completed");r.push(a(k||null))};var b=(0,i[g])(l==="accessor"?{get:c.get,set:c.set}:c[h],x);if(l==="accessor"){if(b===void 0)continue;if(b===null||typeof b!="object")throw new TypeError("Object expected");(d=a(b.get))&&(c.get=d),(d=a(b.set))&&(c.set=d),(d=a(b.init))&&o.unshift(d)}else(d=a(b))&&(l==="field"?o.unshift(d):c[h]=d)}f&&Object.defineProperty(f,s.name,c),y=!0},It=function(e,t,i){for(var s=arguments.length>2,o=0;o<t.length;o++)i=s?t[o].call(e,i):t[o].call(e);return s?i:void 0},Tc=(()=>{let e=[ie("discord-verified-author-tag")],t,i=[],s,o=J,r,a=[],l=[],h,f=[],c=[];var d=class extends o{static{s=this}static{let y=typeof Symbol=="function"&&Symbol.metadata?Object.create(o[Symbol.metadata]??null):void 0;r=[M({type:Boolean})],h=[de({context:it}),M({type:Boolean,reflect:!0,attribute:"compact-mode"})],Ci(this,null,r,{kind:"accessor",name:"verified",static:!1,private:!1,access:{has:g=>"verified"in g,get:g=>g.verified,set:(g,x)=>{g.verified=x}},metadata:y},a,l),Ci(this,null,h,{kind:"accessor",name:"compactMode",static:!1,private:!1,access:{has:g=>"compactMode"in g,get:g=>g.compactMode,set:(g,x)=>{g.compactMode=x}},metadata:y},f,c),Ci(null,t={value:s},e,{kind:"class",name:s.name,metadata:y},null,i),d=s=t.value,y&&Object.defineProperty(s,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:y})}static styles=se`
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
	`;#e=It(this,a,!1);get verified(){return this.#e}set verified(y){this.#e=y}#t=(It(this,l),It(this,f,!1));get compactMode(){return this.#t}set compactMode(y){this.#t=y}render(){return p`${O(this.verified,()=>Dt())}App`}constructor(){super(...arguments),It(this,c)}static{It(s,i)}};return d=s})();var K=e=>e??G;var Ai=class extends We{render(t){return ce}update(t,[i]){let{style:s}=t.element;for(let[o,r]of Object.entries(i))r?s.setProperty(o,r):s.removeProperty(o);return ce}},Lt=et(Ai);var Is=class extends Error{constructor(t){super(t),this.name="DiscordComponentsError"}},vn=new Intl.DateTimeFormat("en-US",{day:"2-digit",month:"2-digit",year:"numeric"}),un=new Intl.DateTimeFormat("en-US",{hour12:!0,hour:"2-digit",minute:"2-digit"}),gn=new Intl.DateTimeFormat("en-US",{hour12:!1,hour:"2-digit",minute:"2-digit"}),bn=e=>e instanceof Date?vn.format(e):e,zn=(e,t=!1)=>e instanceof Date?t?gn.format(e):un.format(e):e;function Vi(e,t=!1,i=!1){if(!(e instanceof Date)&&typeof e!="string")throw new TypeError("Timestamp prop must be a Date object or a string.");return t?zn(e,i):bn(e)}var _n=/(?:<(?<animated>a)?:(?<name>\w{2,32}):)?(?<id>\d{17,21})>?/;function Ls(e){let t=tt().emojis?.[e];if(t)return t;let i=_n.exec(e);if(i?.groups){let{name:s,id:o,animated:r}=i.groups;return{name:s,url:`https://cdn.discordapp.com/emojis/${o}.${r?"gif":"png"}`}}}function dr(e){if(e)return cr.get(e)??e}var oe=function(e,t,i,s,o,r){function a(k){if(k!==void 0&&typeof k!="function")throw new TypeError("Function expected");return k}for(var l=s.kind,h=l==="getter"?"get":l==="setter"?"set":"value",f=!t&&e?s.static?e:e.prototype:null,c=t||(f?Object.getOwnPropertyDescriptor(f,s.name):{}),d,y=!1,g=i.length-1;g>=0;g--){var x={};for(var z in s)x[z]=z==="access"?{}:s[z];for(var z in s.access)x.access[z]=s.access[z];x.addInitializer=function(k){if(y)throw new TypeError("Cannot add initializers after decoration has completed");r.push(a(k||null))};var b=(0,i[g])(l==="accessor"?{get:c.get,set:c.set}:c[h],x);if(l==="accessor"){if(b===void 0)continue;if(b===null||typeof b!="object")throw new TypeError("Object expected");(d=a(b.get))&&(c.get=d),(d=a(b.set))&&(c.set=d),(d=a(b.init))&&o.unshift(d)}else(d=a(b))&&(l==="field"?o.unshift(d):c[h]=d)}f&&Object.defineProperty(f,s.name,c),y=!0},N=function(e,t,i){for(var s=arguments.length>2,o=0;o<t.length;o++)i=s?t[o].call(e,i):t[o].call(e);return s?i:void 0},ji=(()=>{let e=[ie("discord-author-info")],t,i=[],s,o=J,r,a=[],l=[],h,f=[],c=[],d,y=[],g=[],x,z=[],b=[],k,X=[],ee=[],te,E=[],$=[],P,D=[],V=[],Z,ve=[],be=[],Ae,Ve=[],je=[],De,Ie=[],Le=[],Oe,Pe=[],Re=[],Be,Ne=[],Ue=[],qe,A=[],w=[];var I=class extends o{static{s=this}static{let C=typeof Symbol=="function"&&Symbol.metadata?Object.create(o[Symbol.metadata]??null):void 0;r=[M()],h=[M({type:Boolean})],d=[M({type:Boolean})],x=[M({type:Boolean,attribute:"official-app"})],k=[M({type:Boolean})],te=[M({attribute:"role-color"})],P=[M({attribute:"role-icon"})],Z=[M({attribute:"role-name"})],Ae=[M({attribute:"clan-icon"})],De=[M({attribute:"clan-tag"})],Oe=[M({type:Boolean})],Be=[de({context:it}),M({type:Boolean,reflect:!0,attribute:"compact-mode"})],qe=[de({context:st}),M({type:Boolean,reflect:!0,attribute:"light-theme"})],oe(this,null,r,{kind:"accessor",name:"author",static:!1,private:!1,access:{has:_=>"author"in _,get:_=>_.author,set:(_,L)=>{_.author=L}},metadata:C},a,l),oe(this,null,h,{kind:"accessor",name:"bot",static:!1,private:!1,access:{has:_=>"bot"in _,get:_=>_.bot,set:(_,L)=>{_.bot=L}},metadata:C},f,c),oe(this,null,d,{kind:"accessor",name:"server",static:!1,private:!1,access:{has:_=>"server"in _,get:_=>_.server,set:(_,L)=>{_.server=L}},metadata:C},y,g),oe(this,null,x,{kind:"accessor",name:"officialApp",static:!1,private:!1,access:{has:_=>"officialApp"in _,get:_=>_.officialApp,set:(_,L)=>{_.officialApp=L}},metadata:C},z,b),oe(this,null,k,{kind:"accessor",name:"op",static:!1,private:!1,access:{has:_=>"op"in _,get:_=>_.op,set:(_,L)=>{_.op=L}},metadata:C},X,ee),oe(this,null,te,{kind:"accessor",name:"roleColor",static:!1,private:!1,access:{has:_=>"roleColor"in _,get:_=>_.roleColor,set:(_,L)=>{_.roleColor=L}},metadata:C},E,$),oe(this,null,P,{kind:"accessor",name:"roleIcon",static:!1,private:!1,access:{has:_=>"roleIcon"in _,get:_=>_.roleIcon,set:(_,L)=>{_.roleIcon=L}},metadata:C},D,V),oe(this,null,Z,{kind:"accessor",name:"roleName",static:!1,private:!1,access:{has:_=>"roleName"in _,get:_=>_.roleName,set:(_,L)=>{_.roleName=L}},metadata:C},ve,be),oe(this,null,Ae,{kind:"accessor",name:"clanIcon",static:!1,private:!1,access:{has:_=>"clanIcon"in _,get:_=>_.clanIcon,set:(_,L)=>{_.clanIcon=L}},metadata:C},Ve,je),oe(this,null,De,{kind:"accessor",name:"clanTag",static:!1,private:!1,access:{has:_=>"clanTag"in _,get:_=>_.clanTag,set:(_,L)=>{_.clanTag=L}},metadata:C},Ie,Le),oe(this,null,Oe,{kind:"accessor",name:"verified",static:!1,private:!1,access:{has:_=>"verified"in _,get:_=>_.verified,set:(_,L)=>{_.verified=L}},metadata:C},Pe,Re),oe(this,null,Be,{kind:"accessor",name:"compactMode",static:!1,private:!1,access:{has:_=>"compactMode"in _,get:_=>_.compactMode,set:(_,L)=>{_.compactMode=L}},metadata:C},Ne,Ue),oe(this,null,qe,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:_=>"lightTheme"in _,get:_=>_.lightTheme,set:(_,L)=>{_.lightTheme=L}},metadata:C},A,w),oe(null,t={value:s},e,{kind:"class",name:s.name,metadata:C},null,i),I=s=t.value,C&&Object.defineProperty(s,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:C})}static styles=se`
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
	`;#e=N(this,a,void 0);get author(){return this.#e}set author(C){this.#e=C}#t=(N(this,l),N(this,f,!1));get bot(){return this.#t}set bot(C){this.#t=C}#s=(N(this,c),N(this,y,!1));get server(){return this.#s}set server(C){this.#s=C}#i=(N(this,g),N(this,z,!1));get officialApp(){return this.#i}set officialApp(C){this.#i=C}#o=(N(this,b),N(this,X,!1));get op(){return this.#o}set op(C){this.#o=C}#r=(N(this,ee),N(this,E,void 0));get roleColor(){return this.#r}set roleColor(C){this.#r=C}#a=(N(this,$),N(this,D,void 0));get roleIcon(){return this.#a}set roleIcon(C){this.#a=C}#n=(N(this,V),N(this,ve,void 0));get roleName(){return this.#n}set roleName(C){this.#n=C}#l=(N(this,be),N(this,Ve,void 0));get clanIcon(){return this.#l}set clanIcon(C){this.#l=C}#h=(N(this,je),N(this,Ie,void 0));get clanTag(){return this.#h}set clanTag(C){this.#h=C}#c=(N(this,Le),N(this,Pe,!1));get verified(){return this.#c}set verified(C){this.#c=C}#d=(N(this,Re),N(this,Ne,!1));get compactMode(){return this.#d}set compactMode(C){this.#d=C}#m=(N(this,Ue),N(this,A,!1));get lightTheme(){return this.#m}set lightTheme(C){this.#m=C}render(){let C=dr(this.clanIcon),_=this.clanTag?.slice(0,4);return p`${O(this.compactMode,()=>null,()=>p`<span class="discord-author-username" style="${Lt({color:this.roleColor??void 0})}">${this.author}</span>`)}
		${O(this.roleIcon&&!this.compactMode,()=>p`<img
					class="discord-author-role-icon"
					src=${K(this.roleIcon)}
					height="20"
					width="20"
					alt=${K(this.roleName)}
					draggable="false"
				/>`)}
		${O(this.bot&&!this.server&&!this.officialApp,()=>p`<discord-verified-author-tag .verified=${this.verified}></discord-verified-author-tag>`)}
		${O(this.server&&!this.bot&&!this.officialApp,()=>p`<span class="discord-application-tag">Server</span>`)}
		${O(this.officialApp&&!this.server&&!this.bot,()=>p`<span class="discord-official-application">${Dt()}OFFICIAL</span>`)}
		${O(this.op,()=>p`<span class="discord-application-tag discord-application-tag-op">OP</span>`)}
		${O(this.compactMode,()=>p`<span class="discord-author-username" style="${Lt({color:this.roleColor??void 0})}">${this.author}</span>`)}
		${O(this.clanIcon&&this.clanTag&&this.clanTag?.length>0,()=>p`
				<span class="discord-clan-tag">
					${C==="string"?p`<img srcset=${K(C)} alt=${K(_)} width="12" height="12" draggable="false" />`:C}
					<span>${_}</span>
				</span>
			`)} `}constructor(){super(...arguments),N(this,w)}static{N(s,i)}};return I=s})();var ze=et(class extends We{constructor(e){if(super(e),e.type!==ds.ATTRIBUTE||e.name!=="class"||e.strings?.length>2)throw Error("`classMap()` can only be used in the `class` attribute and must be the only part in the attribute.")}render(e){return" "+Object.keys(e).filter(t=>e[t]).join(" ")+" "}update(e,[t]){if(this.st===void 0){this.st=new Set,e.strings!==void 0&&(this.nt=new Set(e.strings.join(" ").split(/\s/).filter(s=>s!=="")));for(let s in t)t[s]&&!this.nt?.has(s)&&this.st.add(s);return this.render(t)}let i=e.element.classList;for(let s of this.st)s in t||(i.remove(s),this.st.delete(s));for(let s in t){let o=!!t[s];o===this.st.has(s)||this.nt?.has(s)||(o?(i.add(s),this.st.add(s)):(i.remove(s),this.st.delete(s)))}return ce}});var yn=T`
	<path
		fill="currentColor"
		d="M10 5V3H5.375C4.06519 3 3 4.06519 3 5.375V18.625C3 19.936 4.06519 21 5.375 21H18.625C19.936 21 21 19.936 21 18.625V14H19V19H5V5H10Z"
	/>
	<path fill="currentColor" d="M21 2.99902H14V4.99902H17.586L9.29297 13.292L10.707 14.706L19 6.41302V9.99902H21V2.99902Z"
	/>
`;function Di(e={}){return p`<svg ${S(e)} class="discord-button-launch" aria-hidden="false" width="16" height="16" viewBox="0 0 24 24">
		${yn}
	</svg>`}var ot=function(e,t,i,s,o,r){function a(k){if(k!==void 0&&typeof k!="function")throw new TypeError("Function expected");return k}for(var l=s.kind,h=l==="getter"?"get":l==="setter"?"set":"value",f=!t&&e?s.static?e:e.prototype:null,c=t||(f?Object.getOwnPropertyDescriptor(f,s.name):{}),d,y=!1,g=i.length-1;g>=0;g--){var x={};for(var z in s)x[z]=z==="access"?{}:s[z];for(var z in s.access)x.access[z]=s.access[z];x.addInitializer=function(k){if(y)throw new TypeError("Cannot add initializers after decoration has completed");r.push(a(k||null))};var b=(0,i[g])(l==="accessor"?{get:c.get,set:c.set}:c[h],x);if(l==="accessor"){if(b===void 0)continue;if(b===null||typeof b!="object")throw new TypeError("Object expected");(d=a(b.get))&&(c.get=d),(d=a(b.set))&&(c.set=d),(d=a(b.init))&&o.unshift(d)}else(d=a(b))&&(l==="field"?o.unshift(d):c[h]=d)}f&&Object.defineProperty(f,s.name,c),y=!0},ne=function(e,t,i){for(var s=arguments.length>2,o=0;o<t.length;o++)i=s?t[o].call(e,i):t[o].call(e);return s?i:void 0},Ii=(()=>{let e=[ie("discord-button")],t,i=[],s,o=J,r,a=[],l=[],h,f=[],c=[],d,y=[],g=[],x,z=[],b=[],k,X=[],ee=[],te,E=[],$=[];var P=class extends o{static{s=this}static{let D=typeof Symbol=="function"&&Symbol.metadata?Object.create(o[Symbol.metadata]??null):void 0;r=[M({reflect:!0,attribute:"emoji"})],h=[M({reflect:!0,attribute:"emoji-name"})],d=[M({reflect:!0,attribute:"url"})],x=[M({type:Boolean,reflect:!0,attribute:"disabled"})],k=[M({reflect:!0,attribute:"type"})],te=[M({reflect:!0,attribute:"modal-id"})],ot(this,null,r,{kind:"accessor",name:"emoji",static:!1,private:!1,access:{has:V=>"emoji"in V,get:V=>V.emoji,set:(V,Z)=>{V.emoji=Z}},metadata:D},a,l),ot(this,null,h,{kind:"accessor",name:"emojiName",static:!1,private:!1,access:{has:V=>"emojiName"in V,get:V=>V.emojiName,set:(V,Z)=>{V.emojiName=Z}},metadata:D},f,c),ot(this,null,d,{kind:"accessor",name:"url",static:!1,private:!1,access:{has:V=>"url"in V,get:V=>V.url,set:(V,Z)=>{V.url=Z}},metadata:D},y,g),ot(this,null,x,{kind:"accessor",name:"disabled",static:!1,private:!1,access:{has:V=>"disabled"in V,get:V=>V.disabled,set:(V,Z)=>{V.disabled=Z}},metadata:D},z,b),ot(this,null,k,{kind:"accessor",name:"type",static:!1,private:!1,access:{has:V=>"type"in V,get:V=>V.type,set:(V,Z)=>{V.type=Z}},metadata:D},X,ee),ot(this,null,te,{kind:"accessor",name:"modalId",static:!1,private:!1,access:{has:V=>"modalId"in V,get:V=>V.modalId,set:(V,Z)=>{V.modalId=Z}},metadata:D},E,$),ot(null,t={value:s},e,{kind:"class",name:s.name,metadata:D},null,i),P=s=t.value,D&&Object.defineProperty(s,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:D})}static styles=se`
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
	`;#e=ne(this,a,void 0);get emoji(){return this.#e}set emoji(D){this.#e=D}#t=(ne(this,l),ne(this,f,"emoji"));get emojiName(){return this.#t}set emojiName(D){this.#t=D}#s=(ne(this,c),ne(this,y,void 0));get url(){return this.#s}set url(D){this.#s=D}#i=(ne(this,g),ne(this,z,!1));get disabled(){return this.#i}set disabled(D){this.#i=D}#o=(ne(this,b),ne(this,X,"secondary"));get type(){return this.#o}set type(D){this.#o=D}#r=(ne(this,ee),ne(this,E,void 0));get modalId(){return this.#r}set modalId(D){this.#r=D}validButtonTypes=(ne(this,$),new Set(["primary","secondary","success","destructive"]));checkType(){if(this.type){if(typeof this.type!="string")throw new TypeError("DiscordButton `type` prop must be a string.");if(!this.validButtonTypes.has(this.type))throw new RangeError("DiscordButton `type` prop must be one of: 'primary', 'secondary', 'success', 'destructive'")}}checkParentElement(){if(this.parentElement?.tagName.toLowerCase()!=="discord-action-row")throw new Is("All <discord-button> components must be direct children of <discord-action-row>.")}handleButtonClick(){if(this.modalId){let D=this.parentElement?.parentElement?.parentElement?.parentElement;if(D?.tagName?.toLowerCase()==="discord-messages"){let V=D?.querySelector("discord-modal"),Z=V?.shadowRoot?.querySelector(`dialog#${this.modalId}`),ve=Z?.querySelector("div.discord-modal-box");if(Z instanceof HTMLDialogElement&&ve instanceof HTMLDivElement&&(Z.showModal(),ve.style.display="flex",V)){let be=globalThis.getComputedStyle(globalThis.document.body).overflow;V.originalBodyOverflow=be,globalThis.document.body.style.overflow="hidden"}}}}render(){this.checkType(),this.checkParentElement();let D=this.url&&!this.disabled,V=p`
			${O(this.emoji,()=>p`<img src=${this.emoji} alt=${this.emojiName} draggable="true" class="emoji" />`)}
			<span>
				<slot></slot>
			</span>
			${O(this.url,()=>Di())}
		`;return D?p`<a class="secondary" href=${this.url} target="_blank" rel="noopener noreferrer">${V}</a>`:p`<button
			class=${ze({[this.type]:!0,disabled:this.disabled,hoverable:!this.disabled})}
			@click=${this.handleButtonClick}
		>
			${V}
		</button>`}static{ne(s,i)}};return P=s})();var mt=function(e,t,i,s,o,r){function a(k){if(k!==void 0&&typeof k!="function")throw new TypeError("Function expected");return k}for(var l=s.kind,h=l==="getter"?"get":l==="setter"?"set":"value",f=!t&&e?s.static?e:e.prototype:null,c=t||(f?Object.getOwnPropertyDescriptor(f,s.name):{}),d,y=!1,g=i.length-1;g>=0;g--){var x={};for(var z in s)x[z]=z==="access"?{}:s[z];for(var z in s.access)x.access[z]=s.access[z];x.addInitializer=function(k){if(y)throw new TypeError("Cannot add initializers after decoration has completed");r.push(a(k||null))};var b=(0,i[g])(l==="accessor"?{get:c.get,set:c.set}:c[h],x);if(l==="accessor"){if(b===void 0)continue;if(b===null||typeof b!="object")throw new TypeError("Object expected");(d=a(b.get))&&(c.get=d),(d=a(b.set))&&(c.set=d),(d=a(b.init))&&o.unshift(d)}else(d=a(b))&&(l==="field"?o.unshift(d):c[h]=d)}f&&Object.defineProperty(f,s.name,c),y=!0},ge=function(e,t,i){for(var s=arguments.length>2,o=0;o<t.length;o++)i=s?t[o].call(e,i):t[o].call(e);return s?i:void 0},yd=(()=>{let e=[ie("discord-custom-emoji")],t,i=[],s,o=J,r,a=[],l=[],h,f=[],c=[],d,y=[],g=[],x,z=[],b=[],k,X=[],ee=[];var te=class extends o{static{s=this}static{let E=typeof Symbol=="function"&&Symbol.metadata?Object.create(o[Symbol.metadata]??null):void 0;r=[M()],h=[M()],d=[M({attribute:!1})],x=[M({type:Boolean,attribute:"embed-emoji"})],k=[M({type:Boolean,attribute:"jumbo"})],mt(this,null,r,{kind:"accessor",name:"name",static:!1,private:!1,access:{has:$=>"name"in $,get:$=>$.name,set:($,P)=>{$.name=P}},metadata:E},a,l),mt(this,null,h,{kind:"accessor",name:"url",static:!1,private:!1,access:{has:$=>"url"in $,get:$=>$.url,set:($,P)=>{$.url=P}},metadata:E},f,c),mt(this,null,d,{kind:"accessor",name:"customEmojisMap",static:!1,private:!1,access:{has:$=>"customEmojisMap"in $,get:$=>$.customEmojisMap,set:($,P)=>{$.customEmojisMap=P}},metadata:E},y,g),mt(this,null,x,{kind:"accessor",name:"embedEmoji",static:!1,private:!1,access:{has:$=>"embedEmoji"in $,get:$=>$.embedEmoji,set:($,P)=>{$.embedEmoji=P}},metadata:E},z,b),mt(this,null,k,{kind:"accessor",name:"jumbo",static:!1,private:!1,access:{has:$=>"jumbo"in $,get:$=>$.jumbo,set:($,P)=>{$.jumbo=P}},metadata:E},X,ee),mt(null,t={value:s},e,{kind:"class",name:s.name,metadata:E},null,i),te=s=t.value,E&&Object.defineProperty(s,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:E})}static styles=se`
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
	`;#e=ge(this,a,void 0);get name(){return this.#e}set name(E){this.#e=E}#t=(ge(this,l),ge(this,f,void 0));get url(){return this.#t}set url(E){this.#t=E}#s=(ge(this,c),ge(this,y,{}));get customEmojisMap(){return this.#s}set customEmojisMap(E){this.#s=E}#i=(ge(this,g),ge(this,z,void 0));get embedEmoji(){return this.#i}set embedEmoji(E){this.#i=E}#o=(ge(this,b),ge(this,X,void 0));get jumbo(){return this.#o}set jumbo(E){this.#o=E}willUpdate(){if(!this.url&&this.name){let E=Ls(this.name)??this.customEmojisMap[this.name];E&&(this.url??=E.url??"",this.embedEmoji??=E.embedEmoji??!1)}}render(){let E=`:${this.name}:`;return p`<span
			class=${ze({"discord-embed-custom-emoji":this.embedEmoji,"discord-custom-emoji":!this.embedEmoji})}
			><img
				aria-label=${E}
				src=${K(this.url)}
				alt=${E}
				draggable="false"
				class=${ze({"discord-embed-custom-emoji-image":this.embedEmoji,"discord-custom-emoji-image":!this.embedEmoji,"discord-custom-jumbo-emoji-image":this.jumbo})}
		/></span> `}constructor(){super(...arguments),ge(this,ee)}static{ge(s,i)}};return te=s})();var le=function(e,t,i,s,o,r){function a(k){if(k!==void 0&&typeof k!="function")throw new TypeError("Function expected");return k}for(var l=s.kind,h=l==="getter"?"get":l==="setter"?"set":"value",f=!t&&e?s.static?e:e.prototype:null,c=t||(f?Object.getOwnPropertyDescriptor(f,s.name):{}),d,y=!1,g=i.length-1;g>=0;g--){var x={};for(var z in s)x[z]=z==="access"?{}:s[z];for(var z in s.access)x.access[z]=s.access[z];x.addInitializer=function(k){if(y)throw new TypeError("Cannot add initializers after decoration has completed");r.push(a(k||null))};var b=(0,i[g])(l==="accessor"?{get:c.get,set:c.set}:c[h],x);if(l==="accessor"){if(b===void 0)continue;if(b===null||typeof b!="object")throw new TypeError("Object expected");(d=a(b.get))&&(c.get=d),(d=a(b.set))&&(c.set=d),(d=a(b.init))&&o.unshift(d)}else(d=a(b))&&(l==="field"?o.unshift(d):c[h]=d)}f&&Object.defineProperty(f,s.name,c),y=!0},q=function(e,t,i){for(var s=arguments.length>2,o=0;o<t.length;o++)i=s?t[o].call(e,i):t[o].call(e);return s?i:void 0},Li=(()=>{let e=[ie("discord-embed")],t,i=[],s,o=J,r,a=[],l=[],h,f=[],c=[],d,y=[],g=[],x,z=[],b=[],k,X=[],ee=[],te,E=[],$=[],P,D=[],V=[],Z,ve=[],be=[],Ae,Ve=[],je=[],De,Ie=[],Le=[],Oe,Pe=[],Re=[],Be,Ne=[],Ue=[];var qe=class extends o{static{s=this}static{let A=typeof Symbol=="function"&&Symbol.metadata?Object.create(o[Symbol.metadata]??null):void 0;r=[M()],h=[M({attribute:"author-name"})],d=[M({attribute:"author-image"})],x=[M({attribute:"author-url"})],k=[M({attribute:"embed-title"})],te=[M({attribute:!1})],P=[M()],Z=[M()],Ae=[M()],De=[M()],Oe=[M()],Be=[de({context:st,subscribe:!0}),M({type:Boolean,reflect:!0,attribute:"light-theme"})],le(this,null,r,{kind:"accessor",name:"color",static:!1,private:!1,access:{has:w=>"color"in w,get:w=>w.color,set:(w,I)=>{w.color=I}},metadata:A},a,l),le(this,null,h,{kind:"accessor",name:"authorName",static:!1,private:!1,access:{has:w=>"authorName"in w,get:w=>w.authorName,set:(w,I)=>{w.authorName=I}},metadata:A},f,c),le(this,null,d,{kind:"accessor",name:"authorImage",static:!1,private:!1,access:{has:w=>"authorImage"in w,get:w=>w.authorImage,set:(w,I)=>{w.authorImage=I}},metadata:A},y,g),le(this,null,x,{kind:"accessor",name:"authorUrl",static:!1,private:!1,access:{has:w=>"authorUrl"in w,get:w=>w.authorUrl,set:(w,I)=>{w.authorUrl=I}},metadata:A},z,b),le(this,null,k,{kind:"accessor",name:"embedTitle",static:!1,private:!1,access:{has:w=>"embedTitle"in w,get:w=>w.embedTitle,set:(w,I)=>{w.embedTitle=I}},metadata:A},X,ee),le(this,null,te,{kind:"accessor",name:"embedEmojisMap",static:!1,private:!1,access:{has:w=>"embedEmojisMap"in w,get:w=>w.embedEmojisMap,set:(w,I)=>{w.embedEmojisMap=I}},metadata:A},E,$),le(this,null,P,{kind:"accessor",name:"url",static:!1,private:!1,access:{has:w=>"url"in w,get:w=>w.url,set:(w,I)=>{w.url=I}},metadata:A},D,V),le(this,null,Z,{kind:"accessor",name:"thumbnail",static:!1,private:!1,access:{has:w=>"thumbnail"in w,get:w=>w.thumbnail,set:(w,I)=>{w.thumbnail=I}},metadata:A},ve,be),le(this,null,Ae,{kind:"accessor",name:"image",static:!1,private:!1,access:{has:w=>"image"in w,get:w=>w.image,set:(w,I)=>{w.image=I}},metadata:A},Ve,je),le(this,null,De,{kind:"accessor",name:"video",static:!1,private:!1,access:{has:w=>"video"in w,get:w=>w.video,set:(w,I)=>{w.video=I}},metadata:A},Ie,Le),le(this,null,Oe,{kind:"accessor",name:"provider",static:!1,private:!1,access:{has:w=>"provider"in w,get:w=>w.provider,set:(w,I)=>{w.provider=I}},metadata:A},Pe,Re),le(this,null,Be,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:w=>"lightTheme"in w,get:w=>w.lightTheme,set:(w,I)=>{w.lightTheme=I}},metadata:A},Ne,Ue),le(null,t={value:s},e,{kind:"class",name:s.name,metadata:A},null,i),qe=s=t.value,A&&Object.defineProperty(s,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:A})}static styles=se`
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
	`;#e=q(this,a,void 0);get color(){return this.#e}set color(A){this.#e=A}#t=(q(this,l),q(this,f,void 0));get authorName(){return this.#t}set authorName(A){this.#t=A}#s=(q(this,c),q(this,y,void 0));get authorImage(){return this.#s}set authorImage(A){this.#s=A}#i=(q(this,g),q(this,z,void 0));get authorUrl(){return this.#i}set authorUrl(A){this.#i=A}#o=(q(this,b),q(this,X,void 0));get embedTitle(){return this.#o}set embedTitle(A){this.#o=A}#r=(q(this,ee),q(this,E,{}));get embedEmojisMap(){return this.#r}set embedEmojisMap(A){this.#r=A}#a=(q(this,$),q(this,D,void 0));get url(){return this.#a}set url(A){this.#a=A}#n=(q(this,V),q(this,ve,void 0));get thumbnail(){return this.#n}set thumbnail(A){this.#n=A}#l=(q(this,be),q(this,Ve,void 0));get image(){return this.#l}set image(A){this.#l=A}#h=(q(this,je),q(this,Ie,void 0));get video(){return this.#h}set video(A){this.#h=A}#c=(q(this,Le),q(this,Pe,void 0));get provider(){return this.#c}set provider(A){this.#c=A}#d=(q(this,Re),q(this,Ne,!1));get lightTheme(){return this.#d}set lightTheme(A){this.#d=A}render(){let A=this.parseTitle(this.authorName),w=this.parseTitle(this.embedTitle);return p`<div style=${Lt({"background-color":this.color})} class="discord-left-border"></div>
			<div class="discord-embed-root">
				<div class="discord-embed-wrapper">
					<div class="discord-embed-grid">
						${O(this.provider,()=>p`<div class="discord-embed-provider">${this.provider}</div>`)}
						${O(A,()=>p`<div class="discord-embed-author">
									${O(this.authorImage,()=>p`<img src=${K(this.authorImage)} alt="" class="discord-author-image" />`)}
									${O(this.authorUrl,()=>p`<a
												href=${K(this.authorUrl)}
												target="_blank"
												rel="noopener noreferrer"
												class="discord-embed-author-block"
											>
												<span class="discord-embed-author-block">${A}</span>
											</a>`,()=>p`<span class="discord-embed-author-block">${A}</span>`)}
								</div>`)}
						${O(w,()=>p`<div class="discord-embed-title">
									${this.url?p`<a href="${this.url}" target="_blank" rel="noopener noreferrer"> ${w} </a>`:p`${w}`}
								</div>`)}
						<slot name="description"></slot>
						<slot name="fields"></slot>
						${O(this.image||this.video,()=>p`<div class=${ze({"discord-embed-media":!0,"discord-embed-media-video":!!this.video})}>
									${this.renderMedia()}
								</div>`)}
						${O(this.thumbnail,()=>p`<img src=${K(this.thumbnail)} alt="" class="discord-embed-thumbnail" />`)}
						<slot name="footer"></slot>
					</div>
				</div>
			</div>`}renderMedia(){return this.video?p`
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
			`:this.image?p`<img src=${K(this.image)} alt="Discord embed media" class="discord-embed-image" />`:null}parseTitle(A){if(!A)return null;let w=[],I="";for(let C of A.split(`
`)){for(let _ of C.split(" ")){let L=Ls(_)??this.embedEmojisMap[_]??{};L.name?w.push(p`<discord-custom-emoji name=${L.name} url=${K(L.url)} embed-emoji></discord-custom-emoji>`):I+=`${_} `,I===" "&&w.push(p`<br />`)}w.push(I),I=""}return w.map(C=>typeof C=="string"?p`<span>${C}</span>`:C)}constructor(){super(...arguments),q(this,Ue)}static{q(s,i)}};return qe=s})();var wn=T`
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
`;function Oi(e={}){return p`<svg
		${S(e)}
		class="discord-message-ephemeral-icon"
		aria-hidden="false"
		width="16"
		height="16"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${wn}
	</svg>`}var F=function(e,t,i,s,o,r){function a(k){if(k!==void 0&&typeof k!="function")throw new TypeError("Function expected");return k}for(var l=s.kind,h=l==="getter"?"get":l==="setter"?"set":"value",f=!t&&e?s.static?e:e.prototype:null,c=t||(f?Object.getOwnPropertyDescriptor(f,s.name):{}),d,y=!1,g=i.length-1;g>=0;g--){var x={};for(var z in s)x[z]=z==="access"?{}:s[z];for(var z in s.access)x.access[z]=s.access[z];x.addInitializer=function(k){if(y)throw new TypeError("Cannot add initializers after decoration has completed");r.push(a(k||null))};var b=(0,i[g])(l==="accessor"?{get:c.get,set:c.set}:c[h],x);if(l==="accessor"){if(b===void 0)continue;if(b===null||typeof b!="object")throw new TypeError("Object expected");(d=a(b.get))&&(c.get=d),(d=a(b.set))&&(c.set=d),(d=a(b.init))&&o.unshift(d)}else(d=a(b))&&(l==="field"?o.unshift(d):c[h]=d)}f&&Object.defineProperty(f,s.name,c),y=!0},j=function(e,t,i){for(var s=arguments.length>2,o=0;o<t.length;o++)i=s?t[o].call(e,i):t[o].call(e);return s?i:void 0},Pi=(()=>{let e=[ie("discord-message")],t,i=[],s,o=J,r,a=[],l=[],h,f=[],c=[],d,y=[],g=[],x,z=[],b=[],k,X=[],ee=[],te,E=[],$=[],P,D=[],V=[],Z,ve=[],be=[],Ae,Ve=[],je=[],De,Ie=[],Le=[],Oe,Pe=[],Re=[],Be,Ne=[],Ue=[],qe,A=[],w=[],I,C=[],_=[],L,ho=[],co=[],mo,fo=[],po=[],vo,uo=[],go=[],bo,zo=[],_o=[],yo,wo=[],Mo=[],xo,Ho=[],$o=[],ko,Eo=[],To=[],So,Co=[],Ao=[],Vo,jo=[],Do=[],Io,Lo=[],Oo=[];var Po=class extends o{static{s=this}static{let u=typeof Symbol=="function"&&Symbol.metadata?Object.create(o[Symbol.metadata]??null):void 0;r=[M()],h=[M()],d=[M()],x=[M({type:Boolean})],k=[M({type:Boolean})],te=[M({type:Boolean,attribute:"official-app"})],P=[M({type:Boolean})],Z=[M({type:Boolean})],Ae=[M({type:Boolean})],De=[M({attribute:"role-color"})],Oe=[M({attribute:"role-icon"})],Be=[M({attribute:"role-name"})],qe=[M({attribute:"clan-icon"})],I=[M({attribute:"clan-tag"})],L=[M({type:Boolean,reflect:!0})],mo=[M({type:Boolean,reflect:!0})],vo=[M({type:String,converter:m=>Vi(m,!1,!1),attribute:!0})],bo=[M({type:Boolean,attribute:"twenty-four"})],yo=[M({type:Boolean,attribute:"message-body-only"})],xo=[de({context:st}),M({type:Boolean,reflect:!0,attribute:"light-theme"})],ko=[de({context:it}),M({type:Boolean,reflect:!0,attribute:"compact-mode"})],So=[de({context:Ti}),M({type:Boolean,reflect:!0,attribute:"no-background"})],Vo=[M({type:Boolean,reflect:!0,attribute:"has-thread"})],Io=[M({reflect:!1,attribute:"dismiss-message-clicked"})],F(this,null,r,{kind:"accessor",name:"profile",static:!1,private:!1,access:{has:m=>"profile"in m,get:m=>m.profile,set:(m,H)=>{m.profile=H}},metadata:u},a,l),F(this,null,h,{kind:"accessor",name:"author",static:!1,private:!1,access:{has:m=>"author"in m,get:m=>m.author,set:(m,H)=>{m.author=H}},metadata:u},f,c),F(this,null,d,{kind:"accessor",name:"avatar",static:!1,private:!1,access:{has:m=>"avatar"in m,get:m=>m.avatar,set:(m,H)=>{m.avatar=H}},metadata:u},y,g),F(this,null,x,{kind:"accessor",name:"bot",static:!1,private:!1,access:{has:m=>"bot"in m,get:m=>m.bot,set:(m,H)=>{m.bot=H}},metadata:u},z,b),F(this,null,k,{kind:"accessor",name:"server",static:!1,private:!1,access:{has:m=>"server"in m,get:m=>m.server,set:(m,H)=>{m.server=H}},metadata:u},X,ee),F(this,null,te,{kind:"accessor",name:"officialApp",static:!1,private:!1,access:{has:m=>"officialApp"in m,get:m=>m.officialApp,set:(m,H)=>{m.officialApp=H}},metadata:u},E,$),F(this,null,P,{kind:"accessor",name:"verified",static:!1,private:!1,access:{has:m=>"verified"in m,get:m=>m.verified,set:(m,H)=>{m.verified=H}},metadata:u},D,V),F(this,null,Z,{kind:"accessor",name:"op",static:!1,private:!1,access:{has:m=>"op"in m,get:m=>m.op,set:(m,H)=>{m.op=H}},metadata:u},ve,be),F(this,null,Ae,{kind:"accessor",name:"edited",static:!1,private:!1,access:{has:m=>"edited"in m,get:m=>m.edited,set:(m,H)=>{m.edited=H}},metadata:u},Ve,je),F(this,null,De,{kind:"accessor",name:"roleColor",static:!1,private:!1,access:{has:m=>"roleColor"in m,get:m=>m.roleColor,set:(m,H)=>{m.roleColor=H}},metadata:u},Ie,Le),F(this,null,Oe,{kind:"accessor",name:"roleIcon",static:!1,private:!1,access:{has:m=>"roleIcon"in m,get:m=>m.roleIcon,set:(m,H)=>{m.roleIcon=H}},metadata:u},Pe,Re),F(this,null,Be,{kind:"accessor",name:"roleName",static:!1,private:!1,access:{has:m=>"roleName"in m,get:m=>m.roleName,set:(m,H)=>{m.roleName=H}},metadata:u},Ne,Ue),F(this,null,qe,{kind:"accessor",name:"clanIcon",static:!1,private:!1,access:{has:m=>"clanIcon"in m,get:m=>m.clanIcon,set:(m,H)=>{m.clanIcon=H}},metadata:u},A,w),F(this,null,I,{kind:"accessor",name:"clanTag",static:!1,private:!1,access:{has:m=>"clanTag"in m,get:m=>m.clanTag,set:(m,H)=>{m.clanTag=H}},metadata:u},C,_),F(this,null,L,{kind:"accessor",name:"highlight",static:!1,private:!1,access:{has:m=>"highlight"in m,get:m=>m.highlight,set:(m,H)=>{m.highlight=H}},metadata:u},ho,co),F(this,null,mo,{kind:"accessor",name:"ephemeral",static:!1,private:!1,access:{has:m=>"ephemeral"in m,get:m=>m.ephemeral,set:(m,H)=>{m.ephemeral=H}},metadata:u},fo,po),F(this,null,vo,{kind:"accessor",name:"timestamp",static:!1,private:!1,access:{has:m=>"timestamp"in m,get:m=>m.timestamp,set:(m,H)=>{m.timestamp=H}},metadata:u},uo,go),F(this,null,bo,{kind:"accessor",name:"twentyFour",static:!1,private:!1,access:{has:m=>"twentyFour"in m,get:m=>m.twentyFour,set:(m,H)=>{m.twentyFour=H}},metadata:u},zo,_o),F(this,null,yo,{kind:"accessor",name:"messageBodyOnly",static:!1,private:!1,access:{has:m=>"messageBodyOnly"in m,get:m=>m.messageBodyOnly,set:(m,H)=>{m.messageBodyOnly=H}},metadata:u},wo,Mo),F(this,null,xo,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:m=>"lightTheme"in m,get:m=>m.lightTheme,set:(m,H)=>{m.lightTheme=H}},metadata:u},Ho,$o),F(this,null,ko,{kind:"accessor",name:"compactMode",static:!1,private:!1,access:{has:m=>"compactMode"in m,get:m=>m.compactMode,set:(m,H)=>{m.compactMode=H}},metadata:u},Eo,To),F(this,null,So,{kind:"accessor",name:"noBackground",static:!1,private:!1,access:{has:m=>"noBackground"in m,get:m=>m.noBackground,set:(m,H)=>{m.noBackground=H}},metadata:u},Co,Ao),F(this,null,Vo,{kind:"accessor",name:"hasThread",static:!1,private:!1,access:{has:m=>"hasThread"in m,get:m=>m.hasThread,set:(m,H)=>{m.hasThread=H}},metadata:u},jo,Do),F(this,null,Io,{kind:"accessor",name:"dismissMessageClicked",static:!1,private:!1,access:{has:m=>"dismissMessageClicked"in m,get:m=>m.dismissMessageClicked,set:(m,H)=>{m.dismissMessageClicked=H}},metadata:u},Lo,Oo),F(null,t={value:s},e,{kind:"class",name:s.name,metadata:u},null,i),Po=s=t.value,u&&Object.defineProperty(s,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:u})}static styles=se`
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
	`;#e=j(this,a,void 0);get profile(){return this.#e}set profile(u){this.#e=u}#t=(j(this,l),j(this,f,"User"));get author(){return this.#t}set author(u){this.#t=u}#s=(j(this,c),j(this,y,void 0));get avatar(){return this.#s}set avatar(u){this.#s=u}#i=(j(this,g),j(this,z,!1));get bot(){return this.#i}set bot(u){this.#i=u}#o=(j(this,b),j(this,X,!1));get server(){return this.#o}set server(u){this.#o=u}#r=(j(this,ee),j(this,E,!1));get officialApp(){return this.#r}set officialApp(u){this.#r=u}#a=(j(this,$),j(this,D,!1));get verified(){return this.#a}set verified(u){this.#a=u}#n=(j(this,V),j(this,ve,!1));get op(){return this.#n}set op(u){this.#n=u}#l=(j(this,be),j(this,Ve,!1));get edited(){return this.#l}set edited(u){this.#l=u}#h=(j(this,je),j(this,Ie,void 0));get roleColor(){return this.#h}set roleColor(u){this.#h=u}#c=(j(this,Le),j(this,Pe,void 0));get roleIcon(){return this.#c}set roleIcon(u){this.#c=u}#d=(j(this,Re),j(this,Ne,void 0));get roleName(){return this.#d}set roleName(u){this.#d=u}#m=(j(this,Ue),j(this,A,void 0));get clanIcon(){return this.#m}set clanIcon(u){this.#m=u}#f=(j(this,w),j(this,C,void 0));get clanTag(){return this.#f}set clanTag(u){this.#f=u}#p=(j(this,_),j(this,ho,!1));get highlight(){return this.#p}set highlight(u){this.#p=u}#v=(j(this,co),j(this,fo,!1));get ephemeral(){return this.#v}set ephemeral(u){this.#v=u}#u=(j(this,po),j(this,uo,new Date));get timestamp(){return this.#u}set timestamp(u){this.#u=u}#g=(j(this,go),j(this,zo,!1));get twentyFour(){return this.#g}set twentyFour(u){this.#g=u}#b=(j(this,_o),j(this,wo,!1));get messageBodyOnly(){return this.#b}set messageBodyOnly(u){this.#b=u}#z=(j(this,Mo),j(this,Ho,!1));get lightTheme(){return this.#z}set lightTheme(u){this.#z=u}#_=(j(this,$o),j(this,Eo,!1));get compactMode(){return this.#_}set compactMode(u){this.#_=u}#y=(j(this,To),j(this,Co,!1));get noBackground(){return this.#y}set noBackground(u){this.#y=u}#w=(j(this,Ao),j(this,jo,!1));get hasThread(){return this.#w}set hasThread(u){this.#w=u}#M=(j(this,Do),j(this,Lo,()=>{}));get dismissMessageClicked(){return this.#M}set dismissMessageClicked(u){this.#M=u}willUpdate(){this.hasThread=Array.from(this.children).some(u=>u.tagName.toLowerCase()==="discord-thread"),this.highlight=this.highlight||Array.from(this.children).some(u=>u.tagName.toLowerCase()==="discord-mention"&&u.hasAttribute("highlight")&&(u.type==="user"||u.type==="role"))}handleSpaceToDismissMessage(u){u.code==="Space"&&(u.preventDefault(),u.stopPropagation(),this.dismissMessageClicked?.())}render(){let u={author:this.author,bot:this.bot,officialApp:this.officialApp,verified:this.verified,server:this.server,op:this.op,roleColor:this.roleColor,roleIcon:this.roleIcon,clanIcon:this.clanIcon,clanTag:this.clanTag,roleName:this.roleName},m=this.profile!==void 0&&Reflect.get(ar,this.profile)||{},H={...u,...m,avatar:this.resolveAvatar(m.avatar??this.avatar)},Ht=Vi(this.timestamp,this.compactMode,this.twentyFour)??void 0;return p`
			<slot name="reply"></slot>
			<div
				class=${ze({"discord-message-inner":!0,"discord-message-inner-center":this.messageBodyOnly})}
			>
				${O(this.compactMode&&!this.messageBodyOnly,()=>p`<time datetime="${K(Ht)}" class="discord-message-timestamp">${Ht}</time>`,()=>null)}
				${O(this.messageBodyOnly,()=>p`<time
							datetime="${K(Ht)}"
							class=${ze({"discord-message-timestamp":!0,"discord-message-timestamp-hover":!0,"discord-message-body-only-indent":!this.compactMode})}
						></time>`,()=>null)}
				${O(this.compactMode||this.messageBodyOnly,()=>null,()=>p`<div class="discord-author-avatar">
							<img src="${K(H.avatar)}" alt="${K(H.author)}" />
						</div>`)}

				<div class="discord-message-content">
					${O(this.compactMode||this.messageBodyOnly,()=>null,()=>p`
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
							><time datetime="${K(Ht)}" class="discord-message-timestamp">${Ht}</time>
						`)}
					<div class="discord-message-body">
						${O(this.compactMode,()=>p`<discord-author-info
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
									${Oi()} Only you can see this •
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
		`}resolveAvatar(u){return u===void 0?Ds.default:Ds[u]??u??Ds.default}constructor(){super(...arguments),j(this,Oo)}static{j(s,i)}};return Po=s})();var rt=class extends Error{};async function mr(e){let t=await e.json();if(!e.ok)throw new rt(t.error??`HTTP ${e.status}`);return t}async function fr(e,t){try{return await fetch(`/sim${e}`,t)}catch{throw new Error("The simulated Discord does not answer. Does Paddock still run in the terminal?")}}async function Ze(e,t={}){return mr(await fr(`${e&&`/${e}`}?${new URLSearchParams(t)}`))}async function me(e,t){let i={"content-type":"application/json"};return mr(await fr(`/${e}`,{method:"POST",headers:i,body:JSON.stringify(t)}))}async function Mn(e){let t=new Uint8Array(await e.arrayBuffer()),i="";for(let s=0;s<t.length;s+=32768)i+=String.fromCharCode(...t.subarray(s,s+32768));return btoa(i)}async function Os(e){return Object.fromEntries(await Promise.all(e.map(async t=>[t.name,await Mn(t)])))}var xn={menu:"M4 6h16M4 12h16M4 18h16",people:"M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c.5-4 3-6 6.5-6s6 2 6.5 6M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14.5c2 .8 3.2 2.6 3.5 5.5",toys:"M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5",road:"M8 21 11 3M16 21 13 3M12 6v2M12 12v2M12 18v2",plus:"M12 5v14M5 12h14",send:"M4 4l17 8-17 8 3-8zM7 12h14",tab:"M14 4h6v6M20 4l-9 9M18 14v6H4V6h6",close:"M6 6l12 12M18 6 6 18",mail:"M3 6h18v12H3zM3 7l9 7 9-7",eye:"M2 12s3.5-6 10-6 10 6 10 6-3.5 6-10 6S2 12 2 12zM12 14.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",file:"M6 3h8l5 5v13H6zM14 3v5h5",voice:"M4 9v6h4l5 4V5L8 9zM16 9c1.5 1.5 1.5 4.5 0 6M18.5 6.5c3 3 3 8 0 11",news:"M4 10v4h3l9 5V5l-9 5zM19 9v6",down:"M6 9l6 6 6-6"};function Y(e){let t="http://www.w3.org/2000/svg",i=document.createElementNS(t,"svg");for(let[o,r]of Object.entries({viewBox:"0 0 24 24",width:"20",height:"20","aria-hidden":"true",class:"sign"}))i.setAttribute(o,r);let s=document.createElementNS(t,"path");return s.setAttribute("d",xn[e]),i.append(s),i}function n(e,t={},...i){let s=document.createElement(e);for(let[o,r]of Object.entries(t))r===!1||r===void 0||r===null||(typeof r=="function"?s.addEventListener(o.slice(2),r):s.setAttribute(o,r===!0?"":String(r)));return s.append(...i.filter(o=>!!o||o==="")),s}function R(e){return document.getElementById(e)}function fe(e,...t){let i=document.activeElement?.closest("[data-key]"),s=i&&e.contains(i)?i.dataset.key:void 0;e.replaceChildren(...t.filter(o=>!!o)),s&&[...e.querySelectorAll("[data-key]")].find(r=>r.dataset.key===s)?.focus()}function ft(e,...t){let i=n("h2",{id:"dialog-title"},e),s=n("button",{type:"button",class:"icon","aria-label":"Close",onclick:()=>r.close()},Y("close")),o=n("header",{},i,s),r=n("dialog",{"aria-labelledby":"dialog-title"},o,...t);return r.addEventListener("close",()=>r.remove()),r.addEventListener("click",a=>{a.target===r&&r.close()}),document.body.append(r),r.showModal(),r}var pr=[];function vr(e){pr.push(e)}function ur(e){R("notes").replaceChildren();for(let t of pr)t(e)}function _e(e){let t=e instanceof Error?e.message:String(e),i=n("button",{type:"button",class:"icon","aria-label":"Dismiss",onclick:()=>s.remove()},Y("close")),s=n("p",{class:"note"},n("span",{},`⚠ ${t}`),i);R("notes").replaceChildren(s)}var Ri=0;function Ps(){let e=()=>document.body.classList.toggle("waiting",Ri>0);return Ri++,e(),()=>{Ri--,e()}}function pt(e){R("news").textContent=e}var Hn=100,$n=2e3,ye="dm",v={as:"",channel:"",view:null,messages:new Map,unread:new Set,dismissed:new Set,lost:!1},br=[],zr=[],_r=[],yr=new Set,Ot,gr=0,Bi=new Map;function re(e){br.push(e)}function wr(e){zr.push(e)}function Bs(e){_r.push(e)}function vt(){for(let e of br)e()}function Pt(){for(let e of zr)e()}function Ns(){return Date.now()+(v.view?.clock_offset_ms??0)}function Mr(){let e=new URLSearchParams(location.search);v.as=e.get("as")??"",v.channel=e.get("channel")??""}function Ni(){let e=`?${new URLSearchParams({as:v.as,channel:v.channel})}`;e!==location.search&&history.pushState(null,"",e)}function ut(e){v.as=e,v.view=null,v.messages.clear(),v.unread.clear(),Ni(),Rs()}function Us(){return v.channel===ye?{dm:!0}:{channel:v.channel}}function gt(e){v.channel=e,v.unread.delete(e),v.messages.clear(),Ni(),vt(),Hr()}async function Ui(){let{users:e}=await Ze(""),t=e.filter(s=>!s.bot),i=t.find(s=>s.username==="ada")??t[0];v.as=i?.id??""}function xr(){document.addEventListener("visibilitychange",Rs),Rs()}function Rs(){if(Ot?.close(),Ot=void 0,document.hidden)return;let e=new EventSource(`/sim/events?${new URLSearchParams({as:v.as})}`);Ot=e;let t=s=>o=>s(JSON.parse(o.data)),i=!0;e.addEventListener("open",()=>{i=!0}),e.addEventListener("view",t(s=>{v.view=s,v.lost=!1;let o=v.channel;En(),vt(),(i||o!==v.channel)&&Hr(),i=!1})),e.addEventListener("message",t(Tn)),e.addEventListener("delete",t(({id:s})=>{yr.add(s),v.messages.delete(s)&&Pt()})),e.addEventListener("error",()=>{v.lost=!0,vt(),e.readyState===EventSource.CLOSED&&setTimeout(()=>{kn(e)},$n)})}async function kn(e){if(Ot===e){try{await Ze("view",{as:v.as})}catch(t){t instanceof rt&&(_e(t),await Ui().catch(()=>{}))}Ot===e&&Rs()}}function En(){let e=v.view;if(v.channel===ye&&e.dm&&(v.channel=e.dm),!(v.channel===e.dm||v.channel===ye||Ge(v.channel))){let i=B()?.channels.filter(qs)??[],s=i.find(o=>o.name==="general")??i[0];v.channel=s?.id??e.dm??ye}Ni()}function Tn(e){if(e.channel_id!==v.channel){if(v.unread.has(e.channel_id))return;v.unread.add(e.channel_id),vt();return}Bi.set(e.id,e),v.messages.set(e.id,e),Pt();for(let t of _r)t(e)}async function Hr(){let e=++gr;if(Bi=new Map,v.channel===ye)return;let t={as:v.as,channel:v.channel,limit:String(Hn)},i=await Ze("view/messages",t).catch(()=>{});if(!i||e!==gr)return;let s=[...i,...Bi.values()].filter(o=>!yr.has(o.id));v.messages=new Map(s.map(o=>[o.id,o])),Pt()}function qs(e){return e.type!==2&&e.type!==4&&e.type!==13}function B(){let e=v.view?.guilds??[];return e.find(i=>i.channels.some(s=>s.id===v.channel))??e.find(i=>i.id===v.view?.home)??e[0]}function Ge(e){return v.view?.guilds.flatMap(t=>t.channels).find(t=>t.id===e)}function Q(){return v.channel===ye||v.channel===v.view?.dm}function Fs(e){return B()?.members.find(t=>t.user.id===e)}function U(e){return(Q()?null:Fs(e.id)?.nick)??e.global_name??e.username}function Ws(e){let t=B()?.roles??[],i=Fs(e)?.roles??[];return t.filter(o=>i.includes(o.id)&&o.color!==0).sort((o,r)=>r.position-o.position)[0]?.color??0}function Rt(e){let t=new Set(e.default_values?.map(o=>o.id)),i=o=>({...o,chosen:t.has(o.value)});if(e.type===3)return(e.options??[]).map(r=>({value:r.value,label:r.label,description:r.description,chosen:r.default}));let s=[];return(e.type===5||e.type===7)&&s.push(...Zs()),(e.type===6||e.type===7)&&s.push(...Gs()),e.type===8&&s.push(...qi(e.channel_types)),s.map(i)}function Zs(){let e=Q()?void 0:B();return(e?e.members.map(i=>i.user):v.view?.people??[]).map(i=>({value:i.id,label:U(i),description:`@${i.username}`}))}function Gs(){return[...B()?.roles??[]].sort((t,i)=>i.position-t.position).map(t=>({value:t.id,label:`@${t.name.replace(/^@/,"")}`}))}function qi(e){return(B()?.channels??[]).filter(s=>!e?.length||e.includes(s.type)).map(s=>({value:s.id,label:`#${s.name}`}))}function $r(e,t){let i=e.max_values??1,s=e.min_values??1,o=Rt(e);return new Promise(r=>{let a,l=n("div",{class:"offers"}),h=n("input",{type:"search","aria-label":"Filter",placeholder:"Filter"}),f=i===1&&s===1,c=o.map(z=>{let b=[n("span",{},z.label),z.description&&n("span",{class:"muted"},z.description)];if(f)return n("button",{type:"button",class:"offer",onclick:()=>{a=[z.value],x.close()}},...b);let k=n("input",{type:"checkbox",value:z.value,checked:z.chosen});return n("label",{class:"offer"},k,...b)});l.append(...c),h.addEventListener("input",()=>{let z=h.value.toLowerCase();c.forEach((b,k)=>{b.hidden=!`${o[k].label} ${o[k].description}`.toLowerCase().includes(z)})});let d=n("p",{class:"muted",role:"status"},`Choose ${s===i?s:`${s} to ${i}`}.`),g=f?[]:[d,n("button",{type:"button",class:"main",onclick:()=>{let z=[...l.querySelectorAll("input:checked")].map(b=>b.value);if(z.length<s||z.length>i){d.classList.add("wrong");return}a=z,x.close()}},"Done")],x=ft(t,o.length>8&&h,l,...g);x.addEventListener("close",()=>r(a))})}var Tr=[],kr="",Fi=new Map;function Wi(e,t,i){Fi.set(`${e}:${t}`,i)}async function Zi(){let{view:e,as:t,channel:i}=v,s=JSON.stringify([e?.commands,t,i,e?.guilds.map(r=>r.members.find(a=>a.user.id===e.me.id)?.roles)]);if(!e||s===kr)return;kr=s,Tr=await Ze("view/commands",{as:t,channel:i===ye?"0":i}).catch(()=>[])}function Sr(){let e=(t,i,s=[])=>{let o=s.filter(r=>r.type===1||r.type===2);return o.length?o.flatMap(r=>e(`${t} ${r.name}`,r.description,r.options)):[{words:t,description:i,options:s}]};return Tr.flatMap(t=>e(t.name,t.description,t.options))}function Gi(e){let t=e.replace(/^\s*\//,""),s=Sr().filter(f=>t===f.words||t.startsWith(`${f.words} `)).sort((f,c)=>c.words.length-f.words.length)[0];if(!s)return;let o=[],r=t.slice(s.words.length),a=s.options.map(f=>f.name),l=new RegExp(`(?:^|\\s)(${a.join("|")||"(?!)"}):`,"g"),h=[...r.matchAll(l)];return h.forEach((f,c)=>{let d=f.index+f[0].length,y=r.slice(d,h[c+1]?.index),g=s.options.find(x=>x.name===f[1]);o.push({option:g,value:y})}),r=h.length?"":r,{words:s.words,options:s.options,given:o,rest:r}}function Cr(e){let t=Gi(e.trim());if(!t||t.rest.trim())return;let i=t.given.map(({option:s,value:o})=>{let r=o.trim();return[s.name,Fi.get(`${s.name}:${r}`)??r]});return{text:`/${t.words}`,options:Object.fromEntries(i)}}async function Ar(e,t){if(!/^\s*\//.test(e))return[];let i=Gi(e);if(!i||e.trim()===`/${i.words}`&&!e.endsWith(" "))return Sn(e);let s=i.given.at(-1);if(!s||/\S\s+$/.test(s.value))return Er(e,i);let[,o,r]=/^(.*\S)\s+(\S+)$/s.exec(s.value)??[],a=r?Er(e,i):[];return o!==void 0&&Fi.has(`${s.option.name}:${o.trim()}`)?a.map(l=>({...l,first:!0})):[...await Cn(e,s,t),...a]}function Sn(e){let t=e.replace(/^\s*\//,"").toLowerCase(),i=o=>o.startsWith(t)?0:1,s=Sr().filter(o=>o.words.includes(t));return s.sort((o,r)=>i(o.words)-i(r.words)||o.words.localeCompare(r.words)),s.map(o=>{let r=o.options.find(l=>l.required),a=`/${o.words}${o.options.length?" ":""}${r?`${r.name}:`:""}`;return{label:`/${o.words}`,description:o.description,text:a,first:o.words!==t}})}function Er(e,t){let i=/(\S*)$/.exec(e)[1],o=t.options.filter(a=>!t.given.some(({option:l})=>l.name===a.name)).filter(a=>a.name.startsWith(i)),r=e.slice(0,e.length-i.length);return o.map(a=>({label:`${a.name}:`,description:a.required?`${a.description} (required)`:a.description,text:`${r.replace(/\s*$/," ")}${a.name}:`}))}async function Cn(e,t,i){let{option:s}=t,o=t.value.trimStart(),r=e.slice(0,e.length-t.value.length),a=(c,d,y="",g=!0)=>(Wi(s.name,c,d),{label:c,description:y,text:`${r}${c} `,first:g}),l=c=>{let d=o.toLowerCase().replace(/^[@#]/,"");return c.filter(g=>`${g.label} ${g.description??""}`.toLowerCase().includes(d)).slice(0,25).map(g=>a(g.label,g.value,g.description))},h=c=>c.map(d=>({...d,label:d.label.replace(/^@?/,"@")}));if(s.choices?.length)return l(s.choices.map(c=>({label:c.name,value:String(c.value)})));switch(s.type){case 5:return l([{label:"True",value:"true"},{label:"False",value:"false"}]);case 6:return l(h(Zs()));case 7:return l(qi(s.channel_types));case 8:return l(Gs());case 9:return l([...h(Zs()),...Gs()]);case 11:{let c={label:"Choose a file…",description:"from this computer",text:r,file:!0,first:!1};return[...i.filter(d=>d!==o.trim()).map(d=>a(d,d)),c]}}return s.autocomplete?((await me("autocomplete",{as:v.as,text:e.trimEnd(),...Us()}).catch(()=>{}))?.choices??[]).map(c=>a(c.name,String(c.value),"",!1)):[]}function Vr(e){let t=Gi(e);if(!t)return"";let i=t.options.filter(o=>o.required&&!t.given.some(({option:r,value:a})=>r.name===o.name&&a.trim())),s=t.given.at(-1)?.option;return s&&!e.endsWith(" ")?`${s.name}: ${s.description}`:i.length?`Still needed: ${i.map(o=>o.name).join(", ")}`:"Press Enter to send"}var Dr=matchMedia("(prefers-color-scheme: dark)");function we(){return Dr.matches}function Ir(e){Dr.addEventListener("change",e)}function An(e){let[t,i,s]=e.map(o=>o/255).map(o=>o<=.04045?o/12.92:((o+.055)/1.055)**2.4);return .2126*t+.7152*i+.0722*s}function Js(e){return`light-dark(${jr(e,.82,0)},${jr(e,.06,255)})`}function jr(e,t,i){let s=[e>>16,e>>8&255,e&255];for(let o=0;o<20;o++){let[r,a]=[An(s),t].sort((l,h)=>l-h);if((a+.05)/(r+.05)>=4.7)break;s=s.map(l=>Math.round(l+(i-l)*.12))}return`rgb(${s.join(",")})`}function at(e,t){let i=Number(BigInt(e||"0")%359n),r=`<text x="20" y="26" font-family="sans-serif" font-size="16" font-weight="600" fill="#fff" text-anchor="middle">${t.replace(/[^\p{L}\p{N} ]/gu,"").split(" ").filter(Boolean).slice(0,2).map(l=>[...l][0]).join("").toUpperCase()}</text>`,a=`<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40" fill="hsl(${i},45%,38%)"/>${r}</svg>`;return`data:image/svg+xml,${encodeURIComponent(a)}`}function bt(e,t){let i=new CSSStyleSheet;i.replaceSync(t),e.elementStyles.push(i)}bt(Si,":host,:host([light-theme]){background:none;border:0;color:var(--text);font-family:inherit;line-height:1.4}::slotted(*:not(:first-child)){margin-top:.6rem!important}");bt(Pi,`:host,:host([light-theme]){color:var(--text);font-family:inherit;padding-right:16px}
	:host .discord-message-timestamp,:host .discord-message-edited{color:var(--muted)!important}
	.discord-author-avatar img{cursor:default}
	.discord-message-content{min-width:0;padding-top:0}
	:host(.ephemeral){background:var(--ephemeral)}`);bt(Li,`:host,:host([light-theme]){color:var(--text);display:flex;max-width:100%;margin:6px 0}
	:host .discord-left-border{background-color:var(--line)}
	:host .discord-embed-root{flex:0 1 auto}
	:host .discord-embed-wrapper,:host([light-theme]) .discord-embed-wrapper{background:var(--raised);border-color:var(--line);max-width:min(560px,100%)}
	:host .discord-embed-wrapper .discord-embed-grid{padding:.5rem .9rem .8rem .75rem;display:grid;min-width:0}
	:host .discord-embed-image{max-width:100%;max-height:none;height:auto}`);bt(ji,":host .discord-author-username,:host([light-theme]) .discord-author-username{color:var(--text);cursor:inherit}");bt(zi,":host{flex-wrap:wrap;gap:0;display:flex}");bt(Ii,`.success{background-color:#1f7a3f}.success.hoverable:hover{background-color:#17612f}
	.destructive{background-color:#c42b2f}.destructive.hoverable:hover{background-color:#a12226}
	.primary{background-color:#4a57e0}
	.disabled{opacity:1;background-color:var(--line)!important;color:var(--muted)!important}
	:host > *:first-child{font-family:inherit;padding:2px 14px}
	:focus-visible{outline:3px solid var(--focus);outline-offset:2px}`);function _t(e){let t=document.createDocumentFragment();return e.split(/```(?:[a-z0-9+-]*\n)?([\s\S]*?)```\n?/gi).forEach((s,o)=>{o%2?t.append(n("pre",{tabindex:0},n("code",{},s.replace(/\n$/,"")))):s&&t.append(...Or(s))}),t}function Or(e,t=!1){let i=[],s,o=[],r=[],a=()=>{o.length&&i.push(n("blockquote",{},...Or(o.join(`
`),!0))),r.length&&i.push(n("span",{class:"text"},Me(r.join(`
`)))),[o,r,s]=[[],[],void 0]};for(let l of e.replace(/\n$/,"").split(`
`)){let h=/^(#{1,3}|-#) +(.+)$/.exec(l),f=/^ *(?:[-*]|\d+\.) +(.+)$/.exec(l),c=t?null:/^>(?:>>)? (.*)$/.exec(l);if(h){a();let d=h[1]==="-#",y=h[1].length;i.push(n("div",{class:d?"subtext":`heading heading-${y}`},Me(h[2])))}else f?(s||(a(),s=n(/^ *\d/.test(l)?"ol":"ul"),i.push(s)),s.append(n("li",{},Me(f[1])))):c?(o.length||a(),o.push(c[1])):(r.length||a(),r.push(l))}return a(),i}var Bt=(e,t={})=>i=>n(e,t,Me(i[1])),Vn=[[/^\\([^\p{L}\p{N}\s])/u,e=>e[1]],[/^(`+)([\s\S]*?[^`])\1(?!`)/,e=>n("code",{},e[2])],[/^\*\*([\s\S]+?)\*\*(?!\*)/,Bt("strong")],[/^__([\s\S]+?)__(?!_)/,Bt("u")],[/^~~([\s\S]+?)~~/,Bt("s")],[/^\|\|([\s\S]+?)\|\|/,Ln],[/^\*(?=\S)([\s\S]*?\S)\*(?!\*)/,Bt("em")],[/^_(?=\S)([\s\S]*?\S)_(?![_\p{L}\p{N}])/u,Bt("em")],[/^\[([^\]\n]+)\]\(<?(https?:\/\/[^\s)>]+)>?\)/,e=>Nt(e[2],Me(e[1]))],[/^<(https?:\/\/[^\s>]+)>/,e=>Nt(e[1],e[1])],[/^https?:\/\/[^\s<]*[^\s<.,:;"')\]!?*_]/,e=>Nt(e[0],e[0])],[/^<@!?(\d+)>/,e=>zt(Dn(e[1]))],[/^<@&(\d+)>/,e=>zt(In(e[1]))],[/^<#(\d+)>/,e=>zt(`#${Ge(e[1])?.name??"unknown"}`)],[/^<\/([^:>]+):\d+>/,e=>zt(`/${e[1]}`)],[/^<id:([a-z]+)>/,e=>zt(`#${e[1]}`)],[/^<a?:(\w+):\d+>/,e=>`:${e[1]}:`],[/^<t:(-?\d{1,12})(?::([tTdDfFR]))?>/,e=>Ji(Number(e[1]),e[2]??"f")],[/^@(?:everyone|here)\b/,e=>zt(e[0])],[/^\n/,()=>n("br")]];function Me(e){let t=document.createDocumentFragment(),i="",s=e,o="";for(;s;){let a=s[0]==="_"&&/[\p{L}\p{N}]/u.test(o)?void 0:jn(s);a?(i&&t.append(i),i="",t.append(a[1]),s=s.slice(a[0]),o=""):(o=[...s.slice(0,2)][0],i+=o,s=s.slice(o.length))}return i&&t.append(i),t}function jn(e){for(let[t,i]of Vn){let s=t.exec(e);if(s)return[s[0].length,i(s)]}}function Ut(e){let t=/^https?:\/\/[^/]+(\/(?:ephemeral-)?attachments\/.+)$/.exec(e);if(t)try{let i=new URL(e).host;return i===location.host||/^(127\.|localhost)/.test(i)||/discordapp\.(com|net)$/.test(i)?encodeURI(decodeURI(t[1])):void 0}catch{return}}function Nt(e,t){return n("a",{href:Ut(e)??e,target:"_blank",rel:"noopener noreferrer"},t)}function zt(e){return n("span",{class:"mention"},e)}function Dn(e){let t=Fs(e)?.user??v.view?.people.find(i=>i.id===e);return`@${t?U(t):"unknown-user"}`}function In(e){let t=Q()?void 0:B()?.roles.find(i=>i.id===e);return t?`@${t.name.replace(/^@/,"")}`:"@deleted-role"}function Ln(e){let t=n("button",{type:"button",class:"spoiler","aria-label":"Spoiler, show it"});return t.addEventListener("click",()=>t.replaceWith(n("span",{class:"shown"},Me(e[1])))),t.append("spoiler"),t}var Lr={t:{timeStyle:"short"},T:{timeStyle:"medium"},d:{dateStyle:"short"},D:{dateStyle:"long"},f:{dateStyle:"long",timeStyle:"short"},F:{dateStyle:"full",timeStyle:"short"}};function Ji(e,t){let i=new Date(e*1e3),s=new Intl.DateTimeFormat(void 0,Lr.F).format(i),o=n("time",{datetime:i.toISOString(),title:s,class:"time"});return t==="R"&&(o.dataset.relative=String(e)),o.textContent=t==="R"?Pr(e):new Intl.DateTimeFormat(void 0,Lr[t]).format(i),o}var On=[["second",1,59.5],["minute",60,59.5],["hour",3600,23.5],["day",86400,30.5],["month",2629746,11.5],["year",31556952,1/0]];function Pr(e){let t=e-Ns()/1e3,[i,s]=On.find(([,o,r])=>Math.abs(t)/o<r);return new Intl.RelativeTimeFormat("en",{numeric:"auto"}).format(Math.round(t/s),i)}function Rr(){for(let e of document.querySelectorAll("[data-relative]"))e.textContent=Pr(Number(e.dataset.relative))}function Br(e){let t=e.modal,i=n("p",{class:"wrong",role:"alert"}),s=t.fields.map((c,d)=>[c,Pn(c,`field-${d}`)]),o=s.map(([c,d])=>{let y=n("label",{for:d.id},c.label||c.input.placeholder||c.custom_id);return c.required&&y.append(n("span",{class:"wrong","aria-hidden":"true"}," *")),n("div",{class:"field"},y,d)}),r=async c=>{c.preventDefault();let d=Object.fromEntries(s.map(([y,g])=>[y.custom_id,Rn(g)]));a.setAttribute("disabled","");try{let y=s.flatMap(([,b])=>[...b.files??[]]),g=await Os(y),x={as:v.as,interaction:e.interaction_id,values:d,attachments:g},z=await me("modal",x);f.close(),qt(z)}catch(y){i.textContent=y instanceof rt?y.message:String(y)}finally{a.removeAttribute("disabled")}},a=n("button",{class:"main"},"Submit"),l=n("button",{type:"button",onclick:()=>f.close()},"Cancel"),h=n("form",{onsubmit:r,novalidate:!0},...o,i,n("footer",{},l,a)),f=ft(t.title,h);s[0]?.[1].focus()}function Pn(e,t){let i=e.input,s={id:t,required:e.required};if(i.type===19)return n("input",{...s,type:"file",multiple:(i.max_values??1)>1});if(i.type!==4){let r=(i.max_values??1)>1,a=Rt(i).map(h=>n("option",{value:h.value,selected:h.chosen},h.label)),l=r?[]:[n("option",{value:""},i.placeholder??"")];return n("select",{...s,multiple:r},...l,...a)}let o={...s,maxlength:i.max_length,placeholder:i.placeholder};if(i.style===2){let r=n("textarea",{...o,rows:5});return r.value=e.value,r}return n("input",{...o,value:e.value})}function Rn(e){return e instanceof HTMLInputElement&&e.files?[...e.files].map(t=>t.name).join(","):e instanceof HTMLSelectElement?[...e.selectedOptions].map(t=>t.value).filter(Boolean).join(","):e.value}var Bn=["primary","primary","secondary","success","destructive","secondary","primary"];function qt(e){ur(e),e.kind==="modal"&&e.modal&&Br(e)}async function Nr(e,t){let i=Ps();try{return qt(await me(e,{as:v.as,...t})),!0}catch(s){return _e(s),!1}finally{i()}}function Ur(e){return e.components.map(t=>Ft(e,t))}function Ft(e,t){switch(t.type){case 1:return n("discord-action-row",{},...(t.components??[]).map(i=>Ft(e,i)));case 2:return Un(e,t);case 3:case 5:case 6:case 7:case 8:return qn(e,t);case 9:return n("div",{class:"section"},...(t.components??[]).map(i=>Ft(e,i)),t.accessory&&Nn(e,t.accessory));case 10:return n("div",{},_t(t.content??""));case 14:return n("hr");case 17:return n("div",{class:"container"},...(t.components??[]).map(i=>Ft(e,i)));default:return n("div",{class:"muted"},`(a component of type ${t.type})`)}}function Nn(e,t){let i=Ft(e,t);return t.type===2?n("discord-action-row",{},i):i}function Un(e,t){let i=[t.emoji?.name,t.label].filter(Boolean).join(" "),s=()=>{!t.disabled&&t.custom_id&&Nr("press",{message:e.id,custom_id:t.custom_id})},o=n("discord-button",{type:Bn[t.style??2],url:t.url,disabled:t.disabled,"light-theme":!we(),onclick:s,"data-key":`${e.id}/${t.custom_id??t.url}`},i);return o.updateComplete?.then(()=>{let r=o.shadowRoot?.querySelector("button");r&&(r.disabled=!!t.disabled)}),o}function qn(e,t){let s=Rt(t).filter(r=>r.chosen).map(r=>r.label).join(", ")||(t.placeholder??"Make a selection"),o=async()=>{let r=await $r(t,t.placeholder??"Make a selection");r&&await Nr("select",{message:e.id,custom_id:t.custom_id,values:r})};return n("button",{type:"button",class:"menu",disabled:t.disabled,"aria-haspopup":"dialog",onclick:o,"data-key":`${e.id}/${t.custom_id}`},n("span",{},s),Y("down"))}var Te=[],wt=[],Ee=-1,Ks=0,W=n("textarea",{id:"composer-input",rows:1,"aria-autocomplete":"list","aria-controls":"completions","aria-describedby":"composer-hint","aria-label":"Message, or a command that begins with a slash"}),Ki=n("ul",{id:"completions",role:"listbox",tabindex:0,"aria-label":"Completions",hidden:!0}),Wt=n("p",{id:"composer-hint",class:"muted"}),qr=n("div",{class:"chips"}),yt=n("input",{type:"file",multiple:!0,class:"unseen","aria-label":"Files to send",tabindex:-1});function Fr(){let e=n("button",{type:"button",class:"icon","aria-label":"Attach files",onclick:()=>yt.click()},Y("plus")),t=n("button",{class:"icon","aria-label":"Send"},Y("send")),i=R("composer");i.append(Ki,qr,n("div",{class:"box"},e,yt,W,t),Wt),i.addEventListener("submit",s=>{s.preventDefault(),Zr()}),W.addEventListener("input",()=>{Xi()}),W.addEventListener("keydown",Wn),W.addEventListener("blur",()=>setTimeout(Qs,150)),yt.addEventListener("change",()=>{Fn([...yt.files]),yt.value=""}),re(()=>{let s=Ge(v.channel),o=Q()?"Paddock":`#${s?.name??""}`,r=Q()||(s?.may_send??!0);W.placeholder=r?`Message ${o}`:`Only commands in ${o}`,Zi()}),Zt()}function Wr(e){W.value=e,W.focus(),Qs(),Wt.classList.remove("idle"),Wt.textContent="Press Enter, or the arrow, to send it.",Qi()}function Fn(e){Te.push(...e);let t=e[0];t&&/\S:\s*$/.test(W.value)&&(W.value=`${W.value.trimEnd()}${t.name} `),Ys(),W.focus(),Xi()}function Ys(){let e=Te.map((t,i)=>{let s=()=>{Te=Te.filter((r,a)=>a!==i),Ys()},o=`Remove ${t.name}`;return n("span",{class:"chip"},Y("file"),` ${t.name} `,n("button",{type:"button",class:"icon","aria-label":o,onclick:s},Y("close")))});qr.replaceChildren(...e)}function Qi(){W.style.height="auto",W.style.height=`${Math.min(160,W.scrollHeight)}px`}function Zt(){let e=W.value.startsWith("/");Wt.classList.toggle("idle",!e),Wt.textContent=e?Vr(W.value):"Enter sends, Shift+Enter begins a line, / lists the commands"}async function Xi(){Qi(),Zt();let e=++Ks;if(await Zi(),e!==Ks)return;let t=await Ar(W.value,Te.map(i=>i.name));e===Ks&&(wt=t,Ee=t[0]?.first?0:-1,Zt(),eo())}function Qs(){Ks++,wt=[],eo()}function eo(){Ki.hidden=!wt.length;let e=wt.map((i,s)=>{let o=a=>{a.preventDefault(),Yi(s)},r=[n("strong",{},i.label),n("span",{class:"muted"},i.description)];return n("li",{role:"option",id:`completion-${s}`,"aria-selected":String(s===Ee),onmousedown:o},...r)});Ki.replaceChildren(...e);let t=e[Ee];t?(W.setAttribute("aria-activedescendant",t.id),t.scrollIntoView({block:"nearest"})):W.removeAttribute("aria-activedescendant")}function Yi(e){let t=wt[e];if(t.file){W.value=t.text,yt.click();return}W.value=t.text,Xi()}function Wn(e){let t=wt.length;if(t&&(e.key==="ArrowDown"||e.key==="ArrowUp")){e.preventDefault();let i=e.key==="ArrowDown"?1:-1;Ee=Ee<0&&i<0?t-1:(Ee+i+t)%t,eo()}else t&&e.key==="Escape"?(e.preventDefault(),Qs()):t&&e.key==="Tab"&&!e.shiftKey?(e.preventDefault(),Yi(Math.max(Ee,0))):e.key==="Enter"&&!e.shiftKey&&!e.isComposing&&(e.preventDefault(),t&&Ee>=0?Yi(Ee):Zr())}async function Zr(){let e=W.value.trim();if(!e&&!Te.length)return;let t=Te,i={as:v.as,text:e,...Us()};e.startsWith("/")&&(i={...i,...Cr(e)}),Qs();let s=Ps();try{i.attachments=await Os(t),W.value="",Te=[],Ys(),Zt(),Qi();let o=await me("say",i);o.kind?qt(o):R("notes").replaceChildren()}catch(o){_e(o),W.value||(W.value=e,Te=t,Ys(),Zt())}finally{s()}}var so=["places","people","toys"],to;function Gr(e){return document.querySelector(`[aria-controls="${e}"]`)}function Jr(e){let t=!ei(e);io(),e==="toys"&&(R("toys").hidden=!t),e==="people"&&document.body.classList.toggle("without-people",!t),document.body.classList.toggle(`open-${e}`,t),to=e,Xs(),t&&R(e).querySelector("button, select, input, a")?.focus()}function ei(e){return getComputedStyle(R(e)).display!=="none"&&getComputedStyle(R(e)).visibility!=="hidden"}function io(){for(let e of so)document.body.classList.remove(`open-${e}`);R("toys").hidden=!0,Xs()}function oo(){matchMedia("(max-width: 900px)").matches&&io()}function Xs(){for(let e of so)Gr(e)?.setAttribute("aria-expanded",String(ei(e)))}function Kr(){document.addEventListener("keydown",e=>{e.key!=="Escape"||document.querySelector("dialog[open]")||so.some(t=>document.body.classList.contains(`open-${t}`))&&(io(),to&&Gr(to)?.focus())}),R("main").addEventListener("click",e=>{e.target.closest("#bar")||oo()}),addEventListener("resize",Xs),Xs()}var Zn=64,Gn=128,Yr=20;function Qr(e){let t=new Date(e.timestamp),i=new Date(Ns()),s=new Intl.DateTimeFormat(void 0,{timeStyle:"short"}).format(t);return t.toDateString()===i.toDateString()?`Today at ${s}`:`${new Intl.DateTimeFormat(void 0,{dateStyle:"short"}).format(t)} ${s}`}function Xr(e){let t=U(e.author),i=(e.flags&Zn)!==0,s=n("discord-message",{"data-id":e.id,role:"article","aria-label":`${t}, ${Qr(e)}`,author:t,avatar:at(e.author.id,t),bot:e.author.bot,edited:!!e.edited_timestamp&&e.type!==Yr&&!i,"light-theme":!we(),class:i?"ephemeral":""});s.timestamp=Qr(e);let o=Ws(e.author.id);o&&(s.roleColor=Js(o));let r=e.interaction_metadata;if(r&&e.type===Yr){let h=n("div",{slot:"reply",class:"used"},n("span",{"aria-hidden":"true"},"╭ "));h.append(n("strong",{},U(r.user))," used a command"),s.append(h)}e.flags&Gn?s.append(n("span",{class:"thinking"},`${t} is thinking…`)):s.append(_t(e.content));for(let h of e.embeds)s.append(Kn(h,e));let a=new Set(e.embeds.map(h=>ea(h.image?.url,e))),l=e.attachments.filter(h=>!a.has(Ut(h.url)));return l.length&&s.append(n("div",{slot:"attachments",class:"files"},...l.map(Qn))),e.components.length&&s.append(n("div",{slot:"components"},...Ur(e))),i&&s.append(Jn(e)),s}function Jn(e){let i=n("button",{type:"button",class:"link",onclick:()=>{v.dismissed.add(e.id),sessionStorage.setItem("dismissed",JSON.stringify([...v.dismissed])),Pt(),document.getElementById("composer-input")?.focus()}},"Dismiss message");return n("div",{slot:"components",class:"only-you"},Y("eye")," Only you can see this • ",i)}function ea(e,t){if(!e)return;let i=/^attachment:\/\/(.+)$/.exec(e)?.[1],s=i&&t.attachments.find(o=>o.filename===i);return Ut(s?s.url:e)}function Kn(e,t){let i=e.color?`#${e.color.toString(16).padStart(6,"0")}`:"",s=n("discord-embed",{slot:"embeds",color:i,"light-theme":!we()}),o=n("div",{slot:"description",class:"embed"}),r=(h,f)=>f?Nt(f,Me(h)):Me(h);if(e.author&&o.append(n("div",{class:"embed-author"},r(e.author.name,e.author.url))),e.title&&o.append(n("div",{class:"embed-title"},r(e.title,e.url))),e.description&&o.append(n("div",{},_t(e.description))),e.fields?.length){let h=e.fields.map(f=>{let c=f.inline?"field inline":"field",d=n("div",{},_t(f.value));return n("div",{class:c},n("div",{class:"field-name"},Me(f.name)),d)});o.append(n("div",{class:"fields"},...h))}let a=ea(e.image?.url,t),l=e.title?`Picture: ${e.title}`:"Picture";if(a&&o.append(n("img",{src:a,alt:l,class:"embed-image"})),e.footer||e.timestamp){let h=e.timestamp?Ji(Date.parse(e.timestamp)/1e3,"f"):void 0;o.append(n("div",{class:"embed-footer"},e.footer?.text??"",e.footer&&h?" • ":"",h))}return s.append(o),s}function Yn(e){return e<1e3?`${e} bytes`:e<1e6?`${(e/1e3).toFixed(1)} kB`:`${(e/1e6).toFixed(1)} MB`}function Qn(e){let t=Ut(e.url),i=n("a",{href:t??"#",download:e.filename},e.filename),s=n("div",{class:"file"},Y("file")," ",i,n("span",{class:"muted"},` ${Yn(e.size)}`));return t&&/^image\/(?!svg)/.test(e.content_type)?n("figure",{},n("img",{src:t,alt:e.filename}),s):s}var sa={online:"Online",idle:"Idle",dnd:"Do not disturb",offline:"Offline"},Xn=["Playing","Streaming","Listening to","Watching","","Competing in"];function ia(){re(el)}var ta="";function el(){let e=Q()?[]:B()?.members??[],t=JSON.stringify([Q(),we(),e,B()?.roles]);if(t===ta)return;ta=t;let i=[...e].sort((l,h)=>U(l.user).localeCompare(U(h.user))),s=l=>l.status!=="offline",r=[["Online",i.filter(s)],["Offline",i.filter(l=>!s(l))]].map(([l,h])=>{if(h.length)return n("section",{},n("h2",{},`${l} — ${h.length}`),n("ul",{},...h.map(f=>n("li",{},tl(f)))))}),a=Q()?n("p",{class:"muted"},"A conversation with the bot."):void 0;fe(R("people"),n("h2",{class:"unseen"},"Members"),a,...r)}function oa(e){let t=e.find(s=>s.type===4);if(t)return[t.emoji?.name,t.state].filter(Boolean).join(" ");let i=e[0];return i?`${Xn[i.type]??""} ${i.details??i.name}`.trim():""}function tl(e){let t=U(e.user),i=Ws(e.user.id),s=n("span",{class:"name"},t);i&&(s.style.color=Js(i));let o=oa(e.activities),r=n("span",{class:"face"},n("img",{src:at(e.user.id,t),alt:""}),n("span",{class:`dot ${e.status}`,role:"img","aria-label":sa[e.status]??e.status})),a=n("span",{class:"words"},n("span",{},s,e.user.bot&&n("span",{class:"tag"},"BOT")),o&&n("span",{class:"muted"},o));return n("button",{type:"button",class:"member","data-key":e.user.id,"data-user":e.user.username,onclick:()=>sl(e)},r,a)}function sl(e){let i=(B()?.roles.filter(c=>e.roles.includes(c.id))??[]).sort((c,d)=>d.position-c.position).map(c=>n("li",{class:"role"},c.name)),s=()=>{f.close(),ut(e.user.id)},o=e.user.id===v.view?.me.id,r=!e.user.bot&&!o&&n("button",{type:"button",class:"main",onclick:s},`Act as ${U(e.user)}`),a=n("p",{class:"muted"},`@${e.user.username} · ${sa[e.status]??e.status}${e.pending?" · has not accepted the rules":""}`),l=e.activities.map(c=>oa([c])).join(" · "),h=i.length?n("ul",{class:"roles","aria-label":"Roles"},...i):n("p",{class:"muted"},"No roles."),f=ft(U(e.user),a,l&&n("p",{},l),h,r)}var ra={2:"voice",5:"news",13:"voice"};function na(){re(il)}function ti(e){gt(e),oo(),R("composer-input").focus()}var aa="";function il(){let e=v.view;if(!e)return;let t=JSON.stringify([e.me,e.dm,e.people,v.channel,[...v.unread],e.guilds.map(h=>[h.name,h.channels,h.members.map(f=>[f.user,f.nick])])]);if(t===aa)return;aa=t;let i=e.guilds.map(h=>{let f=!Q()&&h===B(),c=h.channels.find(qs),d=h.name.split(" ").map(y=>y[0]).join("").slice(0,3);return n("button",{type:"button",class:"guild",title:h.name,"aria-current":f&&"true","data-key":h.id,onclick:()=>c&&ti(c.id)},n("span",{"aria-hidden":"true"},d),n("span",{class:"unseen"},h.name))}),s=e.dm??ye,o=n("button",{type:"button",class:"guild","aria-label":"Direct messages",title:"Direct messages","aria-current":Q()&&"true","data-key":"dms",onclick:()=>ti(s)},Y("mail"),la(s)),r=n("div",{class:"rail"},o,...i),a=Q()?"Direct messages":B()?.name??"No server",l=n("div",{class:"places"},n("h2",{},a),Q()?ol(s):rl(),al());fe(R("places"),r,l)}function la(e){return v.unread.has(e)?n("span",{class:"unread",role:"img","aria-label":"unread"}):void 0}function ol(e){let t=v.view.bot,i=t.user.global_name??t.user.username,s=n("button",{type:"button",class:"channel","aria-current":"true","data-key":e,onclick:()=>ti(e)},n("img",{src:at(t.user.id,i),alt:"",class:"small"}),i);return n("ul",{class:"channels"},n("li",{},s))}function rl(){let e=B();if(!e)return n("p",{class:"muted"},"They are in no server. The toys let them join.");let t=e.channels.map(i=>{let s=ra[i.type]?Y(ra[i.type]):n("span",{class:"sign","aria-hidden":"true"},"#");if(!qs(i)){let r=i.voice.map(a=>{let l=e.members.find(h=>h.user.id===a)?.user;return n("li",{class:"voice"},l?U(l):a)});return n("li",{},n("div",{class:"channel still"},s,i.name),r.length>0&&n("ul",{"aria-label":`In ${i.name}`},...r))}let o=i.id===v.channel;return n("li",{},n("button",{type:"button",class:`channel${v.unread.has(i.id)?" news":""}`,"aria-current":o&&"page","data-key":i.id,onclick:()=>ti(i.id)},s,n("span",{},i.name),la(i.id)))});return n("ul",{class:"channels","aria-label":"Channels"},...t)}function al(){let e=v.view,i=[...e.people].sort((l,h)=>Number(h.owner)-Number(l.owner)||l.username.localeCompare(h.username)).map(l=>{let h=l.member?"":" (not in the server)",f=`${l.global_name??l.username}${l.owner?" (owner)":""}${h}`;return n("option",{value:l.id,selected:l.id===e.me.id},f)}),o=n("select",{id:"acting",onchange:l=>ut(l.target.value),"data-key":"acting"},...i),r=n("a",{href:`?${new URLSearchParams({as:v.as,channel:v.channel})}`,target:"_blank",class:"icon","aria-label":"Open another tab, to act as somebody else at the same time",title:"Another tab"},Y("tab")),a=n("img",{src:at(e.me.id,U(e.me)),alt:"",class:"small"});return n("div",{class:"acting"},n("label",{for:"acting"},"Acting as"),n("div",{},a,o,r))}var Gt="owner",pe="ada",si="Verified",xe=e=>async()=>e,Se=e=>t=>e.test(t);function nl(e){return new Date(Date.now()+e*864e5).toISOString().slice(0,10)}function ca(e){return v.view?.people.find(t=>t.username===e)}async function da(e,t){let i=ca(e)?.id,s=i&&await me("autocomplete",{as:i,text:t}).catch(()=>{});return s&&s.choices||[]}function ha(e,t,i,s,o){return async()=>{let r=await da(e,`${t} ${i}:`),a=r.find(h=>o&&h.name.startsWith(o))??r[0];if(!a)return"";let l=a.name.split(/ [·(]/)[0].replace(/^#/,"").trim();return Wi(i,l,String(a.value)),`${t} ${i}:${l} ${s}`.trim()}}function ll(e){return B()?.channels.find(t=>t.name===e)?.id}function ii(e){let t=B(),i=t?.members.find(s=>s.user.username===e)?.roles??[];return t?.roles.filter(s=>i.includes(s.id)).map(s=>s.name)??[]}function hl(){let e=ca(pe);return e?U(e):""}async function ma(){let e=ll("attendance");return e?(await Ze("view/messages",{as:v.as,channel:e}).catch(()=>[])).map(s=>/\/here ([A-Z0-9]{3,12})\b/.exec(s.text)?.[1]).filter(Boolean).at(-1):void 0}async function cl(){let e=await ma();return e?`/here code:${e}`:""}var Mt=[{id:"setup",title:"Set the server up",about:"Paddock learns which role verified members get, and where reviews and attendance happen.",who:Gt,channel:"general",texts:[xe("/setup verified_role:@Verified review_channel:#review attendance_channel:#attendance")],answer:Se(/Saved\. Next/),seen:()=>B()?.members.some(e=>ii(e.user.username).includes(si))??!1},{id:"register",title:"Register",about:"A member says who they are.",who:pe,channel:"general",texts:[xe("/register name:Ada Lovelace")],answer:Se(/You are registered\.|names are up to date/),seen:()=>ii(pe).includes(si)},{id:"verify",title:"Verify the member",about:"An admin lets her in; she gets the role Verified and a direct message.",who:Gt,channel:"general",texts:[xe("/verify member:@ada")],answer:Se(/is (?:already )?verified/),seen:()=>ii(pe).includes(si)},{id:"season",title:"Plan a season",about:"Something to earn points with, a rank to reach, and a role to win. Send the commands one by one.",who:Gt,channel:"general",texts:[async()=>`/season create name:Winter start:now end:${nl(90)}`,xe("/item create name:Race finished"),xe("/item set item:Race finished points:10"),xe("/rank create name:Gold threshold:30"),xe("/prize role rank:Gold role:@Champion")],answer:Se(/\bwins @/),there:async()=>(await da(pe,"/submit item:")).length>0},{id:"submit",title:"Take part and submit",about:"She joins the season and hands in three races.",who:pe,channel:"general",texts:[xe("/join"),ha(pe,"/submit","item","quantity:3 link:https://example.com/race.png","Race finished")],answer:Se(/Submitted:/)},{id:"approve",title:"Approve",about:"What she handed in waits in #review, in the last message. Press Approve below it.",who:Gt,channel:"review",answer:e=>e.includes("✅ Approved by")&&e.includes(`@${hl()}`)},{id:"role",title:"See the role appear",about:"The points reach a rank, and the bot grants its role: look at her name in the list of members.",seen:()=>ii(pe).some(e=>e!==si)},{id:"claim",title:"Claim a number",about:"First come, first served.",who:pe,channel:"general",texts:[ha(pe,"/claim","number","")],answer:Se(/ is yours\./)},{id:"open",title:"Open attendance",about:"A code appears in #attendance and changes every few seconds.",who:Gt,channel:"attendance",texts:[xe("/open_attendance title:Briefing")],answer:Se(/Opened:/),there:async()=>await ma()!==void 0},{id:"here",title:"Check in",about:"Type the code that #attendance shows, or press its button.",who:pe,channel:"attendance",texts:[cl],answer:Se(/You are (?:present|late|checked in)/)},{id:"iracing",title:"Connect iRacing",about:"Follow the button to the simulated iRacing, choose Ana Haddad there, and send the command again: it says that she is connected.",who:pe,channel:"general",texts:[xe("/connect")],answer:Se(/✅ Your account .*is connected/)}];var Jt="road.",oi=!1;function ai(e){return localStorage.getItem(Jt+e)}function ni(e,t){localStorage.setItem(Jt+e,t)}function Kt(e){return ai(`done.${e.id}`)!==null}function ro(e){return Number(ai(`filled.${e.id}`)??0)}function pa(){return ai("hidden")!==null}function ao(){return Mt.find(e=>!Kt(e))}function xt(e){if(Kt(e))return;ni(`done.${e.id}`,"yes"),nt();let t=ao();pt(`Done: ${e.title}. ${t?`Next: ${t.title}.`:"That was the whole road."}`),no()}function va(){let e=ao();return e&&v.view&&!pa()&&!ua(e)?e:void 0}async function no(){let e=va();if(e){if(e.seen?.())return xt(e);!e.there||ai(`asked.${e.id}`)||(ni(`asked.${e.id}`,"yes"),await e.there()&&xt(e))}}function ua(e){return(e.texts?.length??0)>1&&ro(e)>0}function ga(){re(nt),re(()=>{no()}),Bs(e=>fa(e.text)),vr(e=>fa(e.text)),addEventListener("storage",e=>{if(e.key!==null&&!e.key.startsWith(Jt))return;nt();let t=document.hidden?void 0:va();t?.seen?.()&&xt(t)})}function fa(e){let t=Mt.find(i=>!Kt(i)&&i.answer?.(e));t?xt(t):no()}function li(e){let t=e?Object.keys(localStorage).filter(i=>i.startsWith(Jt)):[`${Jt}hidden`];for(let i of t)localStorage.removeItem(i);nt()}function dl(e){return v.view?.people.find(t=>t.username===e.who)}function ri(e){return B()?.channels.find(t=>t.name===e.channel)?.id}async function ml(e){let t=ri(e);if(t&&t!==v.channel&&gt(t),!ua(e)&&await e.there?.())return xt(e);let i=e.texts??[],s=ro(e)%i.length,o=await i[s]();if(!o){_e("There is nothing to fill in yet: the bot does not answer, or a step before was skipped.");return}Wr(o),ni(`filled.${e.id}`,String(s+1)),nt()}function fl(){ni("hidden","yes"),nt()}function nt(){let e=R("road");if(e.hidden=pa()||!v.view,e.hidden)return;let t=Mt.filter(Kt),i=ao(),s=n("button",{type:"button",class:"icon","aria-label":"Dismiss the guided road","data-key":"road close",onclick:fl},Y("close")),o=()=>{oi=!oi,nt()},r=n("button",{type:"button","aria-expanded":String(oi),"aria-controls":"road-steps","data-key":"road all",onclick:o},"All steps");if(!i){let c=n("button",{type:"button","data-key":"road again",onclick:()=>li(!0)},"Start over");fe(e,n("div",{class:"road-line"},n("strong",{},"✓ That was the whole road."),c,s));return}let a=n("span",{class:"road-count muted"},`Guided road, ${t.length} of ${Mt.length} steps done`),l=n("div",{class:"road-words"},a,n("strong",{},i.title),n("span",{class:"muted"},` ${i.about}`)),h=n("div",{class:"road-buttons"},...vl(i),r),f=n("ol",{id:"road-steps",hidden:!oi},...Mt.map(c=>pl(c,i)));fe(e,n("div",{class:"road-line"},l,s),h,f)}function pl(e,t){let i=Kt(e),s=e===t&&n("button",{type:"button",class:"link","data-key":"road skip",onclick:()=>xt(e)},"Skip"),o=n("span",{class:"tick",role:"img","aria-label":i?"Done":"Open"},i?"✓":"○");return n("li",{class:i?"done":"","aria-current":e===t&&"step"},o,` ${e.title} `,s)}function vl(e){let t=dl(e);if(t&&t.id!==v.view?.me.id){let o=U(t),r=`?${new URLSearchParams({as:t.id,channel:ri(e)??v.channel})}`;return[n("button",{type:"button",class:"main","data-key":"road act",onclick:()=>{ut(t.id);let l=ri(e);l&&gt(l)}},`Act as ${o}`),n("a",{href:r,target:"_blank",class:"button"},`${o} in another tab`)]}let i=ri(e);if(!e.texts){let o=()=>i&&gt(i);return[!!(i&&i!==v.channel)&&n("button",{type:"button",class:"main","data-key":"road go",onclick:o},`Go to #${e.channel}`)]}let s=e.texts.length>1?` (${ro(e)%e.texts.length+1} of ${e.texts.length})`:"";return[n("button",{type:"button",class:"main","data-key":"road fill",onclick:()=>{ml(e)}},`Fill in the command${s}`)]}var ul={members:"Server members",presences:"Presences",content:"Message content"},he="";function ba(){re(bl),new MutationObserver(lo).observe(R("toys"),{attributeFilter:["hidden"]})}async function ae(e,t,i){try{await me(e,t),R("toy-news").textContent=i,pt(i)}catch(s){_e(s)}}function He(e,t,i=""){return n("button",{type:"button",class:i,onclick:t,"data-key":`toy ${e}`},e)}function gl(){return n("p",{},He("Show the guided road",()=>li(!1))," ",He("From the start",()=>li(!0)))}function Ce(e,...t){return n("fieldset",{},n("legend",{},e),...t)}function bl(){let e=document.activeElement;R("toys").contains(e)&&e.matches("select, input:not([type=checkbox])")||lo()}function lo(){let e=v.view;if(!e||R("toys").hidden)return;e.people.some(s=>s.id===he)||(he=e.me.id);let t=n("p",{id:"toy-news",class:"muted"},document.getElementById("toy-news")?.textContent??""),i=e.bot.connected?"The bot is connected.":e.bot.refused?"Discord is down for the bot.":"The bot is not connected.";fe(R("toys"),n("h2",{},"Toys"),t,gl(),zl(),_l(),yl(),wl(),Ml(),xl(),n("p",{class:"muted",id:"gateway"},i),Hl(),$l())}function zl(){let e=v.view.people.map(i=>n("option",{value:i.id,selected:i.id===he},i.global_name??i.username)),t=i=>{he=i.target.value,lo()};return n("p",{},n("label",{for:"toy-who"},"Who "),n("select",{id:"toy-who",onchange:t,"data-key":"toy-who"},...e))}function hi(){let e=v.view.people.find(t=>t.id===he);return{it:e,name:U(e),member:B()?.members.find(t=>t.user.id===he)}}function _l(){let{name:e,member:t}=hi(),i=he===v.view.me.id?v.view.status:t?.status??"offline",s=["online","idle","dnd","invisible","offline"],o=n("input",{id:"toy-custom",placeholder:"Custom status","aria-label":"Custom status"}),r=n("input",{id:"toy-game",placeholder:"Playing","aria-label":"Playing"});o.value=t?.activities.find(h=>h.type===4)?.state??"",r.value=t?.activities.find(h=>h.type===0)?.name??"";let a=n("select",{"aria-label":"Status"},...s.map(h=>n("option",{selected:h===i},h)));return Ce("Presence",a,o,r,He("Show",()=>{let h={custom:o.value||null,playing:r.value||null};ae("members",{action:"presence",user:he,status:a.value,...h},`${e} is ${a.value}.`)}))}function yl(){let{it:e,name:t}=hi(),i=He("Join",()=>{ae("members",{action:"join",user:he},`${t} joined.`)}),s=He("Leave",()=>{ae("members",{action:"leave",user:he},`${t} left.`)}),o=n("input",{id:"toy-new",placeholder:"New person","aria-label":"Handle of a new person"}),r=He("Join as new",()=>{let a=o.value.trim();a&&ae("members",{action:"join",user:a},`${a} joined.`)});return Ce("Membership",e.member?s:i,o,r)}function wl(){let{name:e,member:t}=hi();if(!t)return Ce("Roles",`${e} is not in the server.`);let s=B().roles.filter(o=>o.id!==B().id&&!o.managed).map(o=>{let r=()=>{let l=t.roles.includes(o.id),h=l?t.roles.filter(f=>f!==o.id):[...t.roles,o.id];ae("members",{action:"roles",user:he,roles:h},`${e} ${l?"lost":"got"} ${o.name}.`)},a=n("input",{type:"checkbox",checked:t.roles.includes(o.id),onchange:r,"data-key":`role ${o.id}`});return n("label",{class:"check"},a,` ${o.name}`)});return Ce("Roles",...s)}function Ml(){let{name:e,member:t}=hi(),i=B()?.channels.filter(a=>a.type===2)??[];if(!t||!i.length)return Ce("Voice","There is no voice channel.");let s=i.find(a=>a.voice.includes(he)),o=a=>{let l=a.target.value,h=l?`${e} is in voice.`:`${e} left voice.`;ae("members",{action:"voice",user:he,channel:l||null},h)},r=i.map(a=>n("option",{value:a.id,selected:a===s},a.name));return Ce("Voice",n("select",{"aria-label":"Voice channel",onchange:o,"data-key":"toy-voice"},n("option",{value:""},"Not in voice"),...r))}function xl(){let e=(s,o)=>He(s,()=>{ae("clock",{advance_seconds:o},`The clock of Discord was moved by ${s.slice(1)}.`)}),t=Math.round((v.view.clock_offset_ms??0)/6e4),i=n("p",{class:"muted"},t?`Discord is ${t} minutes ahead.`:"The clock of Discord; that of Paddock stays.");return Ce("Clock",e("+1 minute",60),e("+1 hour",3600),e("+1 day",86400),i)}function Hl(){let e=(r,a,l,h="")=>He(r,()=>{ae("gateway",{action:a},l)},h),t={path:"channels/*/messages",times:3,fault:{kind:"rate_limited",scope:"user",retry_after:3}},i={path:"",times:2,fault:{kind:"status",status:503}},{faults:s}=v.view,o=s>0&&n("p",{class:"muted"},`${s} of the bot's next requests will fail.`);return Ce("What goes wrong",e("Kill gateway","drop","The connection was cut; the bot resumes.","danger"),e("New session","forget","Discord forgot the session; the bot begins another."),v.view.bot.refused?e("End outage","up","Discord accepts connections."):e("Begin outage","down","Discord accepts no connection."),He("Rate limit",()=>{ae("faults",t,"What the bot writes in channels is put off for 3 seconds, three times; its answers to commands are not.")},"danger"),He("Fail twice",()=>{ae("faults",i,"The next 2 requests fail with 503.")}),o)}function $l(){let{refused:e}=v.view.intents,t=Object.entries(ul).map(([i,s])=>{let o=async()=>{let a=e.includes(i),l=a?e.filter(h=>h!==i):[...e,i];if(a)return ae("intents",{refused:l},`${s}: granted. A bot that was refused asks again when it is started anew.`);await ae("intents",{refused:l},`${s}: refused.`),await ae("gateway",{action:"forget"},"The bot identifies again."),await ae("gateway",{action:"drop"},`${s}: refused; the bot identifies again, and goes on without. /checkup shows it.`)},r=n("input",{type:"checkbox",checked:e.includes(i),onchange:()=>{o()},"data-key":`intent ${i}`});return n("label",{class:"check"},r,` ${s}`)});return Ce("Refuse an intent",...t)}var Yt=new Map,Qt,za="";function _a(){let e=R("scroll"),t=e.scrollHeight-e.scrollTop-e.clientHeight<80,i=JSON.stringify([v.as,v.channel,we(),v.view?.guilds.map(h=>[h.roles,h.members.map(f=>[f.nick,f.roles])])]),s=i!==za||!Qt;s&&(za=i,Yt.clear(),Qt=n("discord-messages",{"light-theme":!we()}),e.replaceChildren(Qt));let o=[...v.messages.values()].filter(h=>!v.dismissed.has(h.id));o.sort((h,f)=>BigInt(h.id)<BigInt(f.id)?-1:1);let r=new Set(o.map(h=>h.id));for(let[h,{element:f}]of Yt)r.has(h)||(f.remove(),Yt.delete(h));let a=null;for(let h of o){let f=Yt.get(h.id),c=f?.element;if(!c||f.message!==h&&JSON.stringify(f.message)!==JSON.stringify(h)){let y=Xr(h),g=c?.contains(document.activeElement)?document.activeElement.dataset.key:void 0;c?.replaceWith(y),c=y,Yt.set(h.id,{message:h,element:c}),g&&queueMicrotask(()=>y.querySelector(`[data-key="${CSS.escape(g)}"]`)?.focus())}let d=a?a.nextElementSibling:Qt.firstElementChild;d!==c&&Qt.insertBefore(c,d),a=c}let l=e.querySelector(".empty");o.length?l?.remove():!l&&v.view&&e.append(kl(U(v.view.me))),e.setAttribute("aria-label",Q()?"Direct messages with Paddock":`Messages in #${Ge(v.channel)?.name??""}`),(s||t)&&requestAnimationFrame(()=>e.scrollTo({top:e.scrollHeight}))}function kl(e){let t=["Nothing is written here yet. Type / to see what Paddock can do, such as /help.",`This is a Discord of your own: it runs on this machine, and nothing leaves it. You act as ${e} now: “Acting as”, below the list of channels, makes you somebody else, and several tabs can be several people.`];return n("div",{class:"empty muted"},...t.map(i=>n("p",{},i)))}function El(){let e=v.view,t=v.lost&&n("span",{class:"lost",role:"status"},"Connection lost, trying again…");if(!e){fe(R("bar"),t);return}let i=Ge(v.channel),s=Q()?"Paddock":`# ${i?.name??""}`,o=(a,l,h,f="")=>n("button",{type:"button",class:`icon ${f}`,"aria-label":l,title:l,"aria-controls":a,"aria-expanded":String(ei(a)),"data-key":`panel ${a}`,onclick:()=>Jr(a)},Y(h)),r=e.bot.connected||v.lost?void 0:n("span",{class:"lost",role:"status"},"The bot is offline");fe(R("bar"),o("places","Servers and channels","menu","narrow"),n("h1",{},s),i?.topic?n("p",{class:"muted topic"},i.topic):void 0,n("span",{class:"space"}),t,r,o("toys","Toys","toys"),o("people","Members","people")),document.title=`${s.replace("# ","#")} as ${U(e.me)} – Paddock`}async function Tl(){v.dismissed=new Set(JSON.parse(sessionStorage.getItem("dismissed")??"[]")),Mr(),na(),ia(),re(El),Fr(),ba(),ga(),Kr(),re(_a),wr(_a),Bs(e=>{e.author.id!==v.view?.me.id&&pt(`${U(e.author)}: ${e.text}`)}),Ir(vt),addEventListener("popstate",()=>location.reload()),setInterval(Rr,1e3),v.as||await Ui(),xr()}Tl();

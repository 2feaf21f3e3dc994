/*
 * Result of a credit check on an approval page (信用核查结果组件). One file, no framework, nothing inline: works under a policy of
 * default-src 'none' with script-src, style-src and connect-src of the own site. See docs/guide/checks.md.
 *
 * It asks the approval system's own back end, which holds the client's secret, and shows CLEAR only for an answer that is whole, fresh
 * and about the very code and matter that were asked. Whatever else comes, or does not come, is shown as a fault.
 */
(() => {
  'use strict';

  const WORDS = '@WORDS@';
  const OUTCOMES = ['CLEAR', 'HIT', 'UNKNOWN', 'STALE'];
  const PATIENCE_MILLIS = 10000;
  /** An answer counts so long; a page that stays open says afterwards that it has to be asked again. */
  const COUNTS_MILLIS = 15 * 60000;
  /** Clocks of two machines may differ by so much. */
  const SKEW_MILLIS = 5 * 60000;
  const WATCHED = ['data-code', 'data-matter', 'data-case-number', 'data-endpoint'];

  class Fault extends Error {
    constructor(word, detail) {
      super(word);
      this.word = word;
      this.detail = detail || '';
    }
  }

  function written(code) {
    return String(code || '').normalize('NFKC').replace(/[\s\p{Pd}\u00AD\u200B-\u200F\u2060\u2212\uFEFF]/gu, '').toUpperCase();
  }

  function isText(value) {
    return typeof value === 'string' && value.trim() !== '';
  }

  /** Nothing is taken for granted: a proxy's page, another system's JSON or half an answer must not pass. */
  function checked(answer, asked) {
    if (answer === null || typeof answer !== 'object' || !OUTCOMES.includes(answer.outcome)) {
      throw new Fault('broken');
    }
    if (!isText(answer.receiptId) || !Array.isArray(answer.measures) || !Array.isArray(answer.freshness)) {
      throw new Fault('broken');
    }
    const masked = answer.outcome === 'UNKNOWN' && String(answer.code).includes('*');
    if (answer.matter !== asked.matter || answer.caseNumber !== asked.caseNumber || (!masked && written(answer.code) !== written(asked.code))) {
      throw new Fault('other');
    }
    const age = Date.now() - Date.parse(answer.asOf);
    if (!(age <= COUNTS_MILLIS && age >= -SKEW_MILLIS)) {
      throw new Fault('old');
    }
    const known = answer.organisation !== null && typeof answer.organisation === 'object' && isText(answer.organisation.name);
    if ((answer.outcome === 'UNKNOWN') === known) {
      throw new Fault('broken');
    }
    const whole = answer.measures.every(measure => measure && isText(measure.title) && isText(measure.duty))
      && answer.freshness.every(feed => feed && typeof feed.stale === 'boolean');
    const stale = answer.freshness.some(feed => feed && feed.stale);
    const consistent = answer.outcome === 'CLEAR' ? answer.measures.length === 0 && !stale
      : answer.outcome === 'HIT' ? answer.measures.length > 0
        : true;
    if (!whole || !consistent) {
      throw new Fault('broken');
    }
    return answer;
  }

  async function ask(host, asked, signal) {
    if (!isText(asked.code) || !isText(asked.matter) || !isText(asked.caseNumber)) {
      throw new Fault('nothing');
    }
    const endpoint = new URL(host.dataset.endpoint || '', document.baseURI);
    if (endpoint.origin !== window.location.origin) {
      throw new Fault('foreign');
    }
    const headers = { 'Content-Type': 'application/json', 'Accept': 'application/json' };
    if (host.dataset.csrfHeader) {
      headers[host.dataset.csrfHeader] = host.dataset.csrfToken || '';
    }
    let response;
    try {
      response = await fetch(endpoint, {
        method: 'POST', credentials: 'same-origin', cache: 'no-store', redirect: 'error', signal, headers,
        body: JSON.stringify(asked),
      });
    } catch (fault) {
      throw new Fault(signal.aborted ? 'late' : 'away');
    }
    if (response.status !== 200) {
      throw new Fault(response.status >= 400 && response.status < 500 ? 'refused' : 'away', 'HTTP ' + response.status);
    }
    let answer;
    try {
      answer = JSON.parse(await response.text());
    } catch (fault) {
      throw new Fault(signal.aborted ? 'late' : 'broken');
    }
    return checked(answer, asked);
  }

  function add(parent, name, text, style) {
    const element = document.createElement(name);
    if (text !== undefined) {
      element.textContent = text;
    }
    if (style) {
      element.className = 'xinheng-check__' + style;
    }
    parent.append(element);
    return element;
  }

  function term(list, name, value) {
    if (isText(value)) {
      add(list, 'dt', name);
      add(list, 'dd', value);
    }
  }

  class Widget {
    constructor(host) {
      this.host = host;
      this.turn = 0;
      const language = host.dataset.lang || document.documentElement.lang || 'zh';
      this.words = WORDS[language.toLowerCase().startsWith('en') ? 'en' : 'zh'];
      host.classList.add('xinheng-check');
      host.setAttribute('role', 'region');
      host.setAttribute('aria-label', this.words.title);
      host.lang = this.words === WORDS.en ? 'en' : 'zh-CN';
      host.replaceChildren();
      this.outcome = add(host, 'p', '', 'outcome');
      this.outcome.setAttribute('role', 'status');
      this.body = add(host, 'div', undefined, 'body');
      this.button = add(host, 'button', this.words.again, 'again');
      this.button.type = 'button';
      this.button.addEventListener('click', () => this.check());
      new MutationObserver(() => this.check()).observe(host, { attributes: true, attributeFilter: WATCHED });
    }

    say(state, sentence) {
      this.host.dataset.state = state;
      this.outcome.textContent = sentence;
      this.body.replaceChildren();
    }

    /** Asks; whatever an earlier question brings after that is thrown away. */
    async check() {
      const turn = ++this.turn;
      window.clearTimeout(this.over);
      if (this.abort) {
        this.abort.abort();
      }
      const abort = this.abort = new AbortController();
      const asked = {
        code: (this.host.dataset.code || '').trim(),
        matter: (this.host.dataset.matter || '').trim(),
        caseNumber: (this.host.dataset.caseNumber || '').trim(),
      };
      this.say('ASKING', this.words.asking);
      this.button.disabled = true;
      const patience = window.setTimeout(() => abort.abort(), Number(this.host.dataset.patience) || PATIENCE_MILLIS);
      let told;
      try {
        const answer = await ask(this.host, asked, abort.signal);
        if (turn !== this.turn) {
          return;
        }
        this.show(answer);
        told = { state: answer.outcome, receiptId: answer.receiptId };
      } catch (fault) {
        if (turn !== this.turn) {
          return;
        }
        this.fail(fault instanceof Fault ? fault : new Fault('broken'));
        told = { state: 'FAULT', receiptId: null };
      } finally {
        window.clearTimeout(patience);
        if (turn === this.turn) {
          this.button.disabled = false;
        }
      }
      this.host.dispatchEvent(new CustomEvent('xinheng-check', { bubbles: true, detail: told }));
    }

    fail(fault) {
      this.say('FAULT', this.words.fault);
      add(this.body, 'p', this.words['fault.' + fault.word] + (fault.detail ? ' (' + fault.detail + ')' : ''));
      add(this.body, 'p', this.words.never, 'never');
    }

    show(answer) {
      const words = this.words;
      this.say(answer.outcome, words['outcome.' + answer.outcome.toLowerCase()]);
      if (answer.sandbox === true) {
        add(this.body, 'p', words.sandbox, 'sandbox');
      }
      this.identity(answer);
      this.measures(answer);
      answer.freshness.filter(feed => feed.stale)
        .forEach(feed => add(this.body, 'p', words.stale + String(feed.title || feed.type), 'stale'));
      const facts = add(this.body, 'dl', undefined, 'facts');
      term(facts, words.asof, new Date(answer.asOf).toLocaleString(this.host.lang, { timeZone: 'Asia/Shanghai' }));
      term(facts, words.receipt, answer.receiptId);
      add(this.body, 'p', words.notice, 'notice');
      this.over = window.setTimeout(() => {
        this.turn++;
        this.fail(new Fault('old'));
      }, COUNTS_MILLIS);
    }

    identity(answer) {
      const facts = add(this.body, 'dl', undefined, 'facts');
      const organisation = answer.organisation;
      term(facts, this.words.name, organisation ? organisation.name : '');
      term(facts, this.words.code, organisation ? organisation.code : answer.code);
      term(facts, this.words.kind, organisation ? organisation.kind : '');
      term(facts, this.words.state, organisation ? this.words['state.' + String(organisation.state).toLowerCase().replace(/_/g, '.')] : '');
      if (organisation && organisation.registered === false) {
        add(this.body, 'p', this.words.stub, 'stub');
      }
    }

    measures(answer) {
      if (answer.measures.length === 0) {
        return;
      }
      const list = add(this.body, 'ul', undefined, 'measures');
      answer.measures.forEach(measure => {
        const item = add(list, 'li');
        add(item, 'strong', this.words[measure.duty === 'may' ? 'may' : 'must'] + measure.title);
        const facts = add(item, 'dl', undefined, 'facts');
        term(facts, this.words.basis, measure.basis);
        term(facts, this.words.body, measure.body);
        term(facts, this.words.until, measure.until);
        (Array.isArray(measure.records) ? measure.records : []).forEach(record => {
          const marks = (Array.isArray(record.marks) ? record.marks : [])
            .map(mark => this.words['mark.' + mark.kind]).filter(isText);
          term(facts, this.words.record,
            [record.authority, record.documentNumber, record.decidedOn, ...marks].filter(isText).join(this.words.comma));
        });
      });
    }
  }

  function begin() {
    document.querySelectorAll('[data-xinheng-check]').forEach(host => {
      if (!host.xinhengCheck) {
        host.xinhengCheck = new Widget(host);
        host.xinhengCheck.check();
      }
    });
  }

  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', begin);
  } else {
    begin();
  }
})();

// One page's HTML as the browser's own parser reads it, with nothing run and nothing loaded.

/** Opens a parser in `browser`; `read` returns plain facts on the HTML that it is given. */
export async function openParser(browser) {
  const tab = await browser.newPage();
  return { read: (html) => tab.evaluate(factsOf, html) };
}

/** Runs in the browser, so it can use nothing from outside itself. */
function factsOf(html) {
  const found = new DOMParser().parseFromString(html, 'text/html');
  const all = [...found.querySelectorAll('*')];
  const describe = (element) => element.cloneNode(false).outerHTML.slice(0, 160);
  const having = (name) => all.filter((element) => element.hasAttribute(name));
  const values = (elements, name) => elements.map((element) => element.getAttribute(name));

  const policies = all.filter((element) => element.matches('meta[http-equiv="content-security-policy" i]'));
  const loading = all.find((element) => element.matches('script, style, link[rel~="stylesheet"], img, body *'));
  const refresh = found.querySelector('meta[http-equiv="refresh" i]')?.content.match(/url\s*=\s*['"]?([^'"]+)/i)?.[1];
  const published = all.filter((element) => element.matches('link[rel="canonical"], link[rel="alternate"]'));

  return {
    ids: values(having('id'), 'id'),
    // What a reader can follow.
    followed: [...values(all.filter((element) => element.matches('a[href], area[href]')), 'href'), refresh ?? []].flat(),
    // What the page needs in order to be shown, and where its forms lead.
    needed: [
      values(all.filter((element) => element.matches('link[href]') && !published.includes(element)), 'href'),
      values(having('src'), 'src'),
      values(all.filter((element) => element.matches('object[data]')), 'data'),
      values(all.filter((element) => element.matches('form[action]')), 'action'),
      values(all.filter((element) => element.matches('use[href]')), 'href'),
      values(having('srcset'), 'srcset').flatMap((set) => set.split(',').map((part) => part.trim().split(/\s+/)[0])),
    ].flat(),
    // Addresses of this page and of its other forms, for machines.
    published: values(published, 'href'),
    policies: values(policies, 'content'),
    policyFirst: policies.length > 0
      && (!loading || Boolean(policies[0].compareDocumentPosition(loading) & Node.DOCUMENT_POSITION_FOLLOWING)),
    inline: [
      ...having('style').map(describe),
      ...all.filter((element) => element.localName === 'script'
        && !element.hasAttribute('src') && element.type !== 'application/ld+json').map(describe),
      ...all.filter((element) => [...element.attributes].some(({ name, value }) => name.startsWith('on')
        || /^\s*javascript:/i.test(value))).map(describe),
    ],
  };
}

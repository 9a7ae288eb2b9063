import { test } from '@japa/runner'
import { literally, renderMarkdown } from '#services/markdown'

/** What would do something in a browser, if it came through. */
const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java\nscript:alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](<javascript:alert(1)>)',
  '[x](\u0001javascript:alert(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '[x](vbscript:msgbox(1))',
  '[x](file:///etc/passwd)',
  '[x](//evil.example)',
  '[x](/\\evil.example)',
  '[x]: javascript:alert(1)\n\n[x]',
  '<javascript:alert(1)>',
  '![x](https://evil.example/pixel.png)',
  '![x](data:image/svg+xml;base64,PHN2Zz4=)',
  '![x][i]\n\n[i]: https://evil.example/pixel.png',
  '[x](https://ok.example "\\" onmouseover=alert(1) \\"")',
  '`<b onclick=alert(1)>`',
  '<style>*{display:none}</style>',
  '<iframe src=https://evil.example></iframe>',
  '<!-- --><svg onload=alert(1)>',
]

const ALLOWED = /^<\/?(p|h[2-6]|ul|ol|li|a|strong|em|code|pre|blockquote|hr|br|div|table|thead|tbody|tr|th|td|s)\b/

test.group('A text in Markdown', () => {
  test('has no tag, link or image that could do anything', ({ assert }) => {
    for (const text of HOSTILE) {
      const html = renderMarkdown(text)
      for (const [tag] of html.matchAll(/<[^>]*>/g)) {
        assert.match(tag, ALLOWED, text)
        assert.notMatch(tag.replace(/"[^"]*"/g, '""'), /\son\w+=|style=|src=/, text)
      }
      for (const [, href] of html.matchAll(/href="([^"]*)"/g)) assert.match(href, /^(https:\/\/(ok|evil)\.example|\/[^/\\])/, text)
      assert.notMatch(html, /<img/, text)
    }
  })

  test('has headings under the title of its page, lists, tables and links', ({ assert }) => {
    const html = renderMarkdown(
      '# Un\n\n## Deux\n\n- [la page](/salon), [un site](https://x.example) et <a@b.example>\n\n| a | b |\n|---|---|\n| 1 | 2 |'
    )
    assert.include(html, '<h2>Un</h2>')
    assert.include(html, '<h3>Deux</h3>')
    assert.include(html, '<a href="/salon">la page</a>')
    assert.include(html, '<a href="https://x.example" rel="noopener noreferrer">un site</a>')
    assert.include(html, '<a href="mailto:a@b.example">')
    assert.match(html, /<div class="table-frame" tabindex="0"><table class="table">[\s\S]*<\/table><\/div>/)
    assert.include(renderMarkdown('### Seul'), '<h2>Seul</h2>')
  })

  test('shows a value as it is, whatever signs it has', ({ assert }) => {
    const value = '*Cap* [Emploi](x) <b> _1_ # `c` \\ | ![i](j) {name}'
    const text = renderMarkdown(`**${literally(value)}**`)
      .replace(/<\/?(p|strong)>/g, '')
      .trim()
    assert.equal(text, value.replace('<b>', '&lt;b&gt;'))
  })
})

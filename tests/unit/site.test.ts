import assert from 'node:assert/strict';
import { delimiter } from 'node:path';
import { test } from 'node:test';
import { readSiteSettings, withNotesSettings } from '../../src/site.ts';
import { SettingsError } from '../../src/sources/settings-error.ts';

test('other builds are named by name and address, whose slash at the end may be left out', () => {
  const { federation } = readSiteSettings(
    { FEDERATION: 'net=https://a.example.org/net  mm=http://b.example.org' },
    '/',
  );
  assert.deepEqual(federation, [
    { name: 'net', url: 'https://a.example.org/net/' },
    { name: 'mm', url: 'http://b.example.org/' },
  ]);
  assert.deepEqual(readSiteSettings({}, '/').federation, []);
});

test('an address that could break a security policy or is none is refused', () => {
  for (const FEDERATION of [
    'net',
    'net=ftp://a.example.org/',
    'net=https://a.example.org/;script-src',
    'a=https://b/?q',
  ])
    assert.throws(() => readSiteSettings({ FEDERATION }, '/'), SettingsError, FEDERATION);
});

test('other builds of the environment take the place of those that the notes name', () => {
  const notes = { federation: [{ name: 'own', url: 'https://own.example.org/' }] };
  assert.deepEqual(withNotesSettings(readSiteSettings({}, '/'), notes).federation, notes.federation);
  const site = readSiteSettings({ FEDERATION: 'net=https://a.example.org/' }, '/');
  assert.deepEqual(withNotesSettings(site, notes).federation, [{ name: 'net', url: 'https://a.example.org/' }]);
});

test('a folder of notes is never called as the notes that come with the project are', () => {
  const { roots } = readSiteSettings({ NOTES_DIR: ['/a/kernel-notes', '/b/wiki'].join(delimiter) }, '/');
  assert.deepEqual(
    roots.map(({ label }) => label),
    ['kernel-notes-2', 'wiki'],
  );
});

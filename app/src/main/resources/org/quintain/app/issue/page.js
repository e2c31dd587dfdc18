(function () {
  'use strict';
  var data = JSON.parse(document.getElementById('data').textContent);
  var status = document.getElementById('status');
  var save = document.getElementById('save');
  var files = {};
  var YES = /^(true|yes|vrai|oui)$/i;
  var NO = /^(false|no|faux|non)$/i;

  function strip(text) {
    return text.replace(/^[\s\u200b]+|[\s\u200b]+$/g, '');
  }

  function one(kind, text) {
    if (kind === 'bytes') {
      return text.split(/[\s:]+/).map(function (part) { return part.replace(/^0x/i, ''); }).join('').toLowerCase();
    }
    if (kind === 'big-integer') {
      return text.replace(/\s+/g, '');
    }
    if (kind === 'boolean') {
      return YES.test(text) ? true : NO.test(text) ? false : text;
    }
    return kind === 'choice' ? text.toLowerCase() : text;
  }

  function list(kind, text) {
    return text.split(kind === 'text' ? /\n/ : /[\n,;]/).map(strip)
      .filter(function (line) { return line !== ''; })
      .map(function (line) { return one(kind, line); });
  }

  function base64(buffer) {
    var bytes = new Uint8Array(buffer);
    var text = '';
    for (var i = 0; i < bytes.length; i++) {
      text += String.fromCharCode(bytes[i]);
    }
    return btoa(text);
  }

  /* Files are read when they are chosen, so that saving need not wait. */
  function watch(fields) {
    fields.forEach(function (field) {
      watch(field.fields);
      if (field.kind !== 'file') {
        return;
      }
      document.getElementById(field.id).addEventListener('change', function () {
        var chosen = this.files[0];
        delete files[field.id];
        if (chosen) {
          chosen.arrayBuffer().then(function (buffer) {
            files[field.id] = {
              name: chosen.name.replace(/[^A-Za-z0-9._-]/g, '_').slice(-80),
              mediaType: chosen.type || 'application/octet-stream',
              base64: base64(buffer)
            };
          });
        }
      });
    });
  }

  function record(fields) {
    var all = { answer: {}, isEmpty: true, left: [] };
    fields.forEach(function (field) {
      var given = value(field);
      if (given !== undefined) {
        all.answer[field.name] = given;
        all.isEmpty = false;
      } else if (!field.optional) {
        all.answer[field.name] = field.kind === 'list' || field.kind === 'json' ? [] : '';
        all.left.push(field.name);
      }
    });
    return all;
  }

  /* What is in a field, or undefined if nothing is. */
  function value(field) {
    if (field.kind === 'record') {
      var all = record(field.fields);
      return all.isEmpty ? undefined : all.answer;
    }
    if (field.kind === 'file') {
      return files[field.id];
    }
    var element = document.getElementById(field.id);
    var text = strip(element.value);
    if (text === '') {
      return undefined;
    }
    if (field.kind !== 'json') {
      return field.kind === 'list' ? list(field.item, text) : one(field.kind, text);
    }
    try {
      return JSON.parse(text);
    } catch (notJson) {
      element.focus();
      throw new TypeError(field.name);
    }
  }

  function say(key, names) {
    status.textContent += (status.textContent ? ' ' : '') + status.getAttribute('data-' + key) + (names || '');
  }

  function download(text) {
    var link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    link.download = 'submission.json';
    document.body.appendChild(link);
    link.click();
    document.body.removeChild(link);
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 60000);
  }

  function hand(all) {
    if (all.isEmpty) {
      say('nothing');
      return;
    }
    data.template.answers = all.answer;
    download(JSON.stringify(data.template, null, 2) + '\n');
    say('saved');
    if (all.left.length > 0) {
      say('left', all.left.join(', '));
    }
  }

  document.getElementById('form').addEventListener('submit', function (event) {
    event.preventDefault();
    status.textContent = '';
    try {
      hand(record(data.fields));
    } catch (notJson) {
      say('json', notJson.message);
    }
  });
  watch(data.fields);
  save.hidden = false;
}());

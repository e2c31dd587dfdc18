(function () {
  'use strict';
  var data = JSON.parse(document.getElementById('data').textContent);
  var status = document.getElementById('status');
  var save = document.getElementById('save');
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

  function file(element) {
    var chosen = element.files[0];
    if (!chosen) {
      return Promise.resolve(undefined);
    }
    return chosen.arrayBuffer().then(function (buffer) {
      return {
        name: chosen.name.replace(/[^A-Za-z0-9._-]/g, '_').slice(-80),
        mediaType: chosen.type || 'application/octet-stream',
        base64: base64(buffer)
      };
    });
  }

  function record(fields) {
    return Promise.all(fields.map(value)).then(function (values) {
      var all = { answer: {}, isEmpty: true, left: [] };
      fields.forEach(function (field, i) {
        var given = values[i];
        if (given !== undefined) {
          all.answer[field.name] = given;
          all.isEmpty = false;
        } else if (!field.optional) {
          all.answer[field.name] = field.kind === 'list' || field.kind === 'json' ? [] : '';
          all.left.push(field.name);
        }
      });
      return all;
    });
  }

  /* What is in a field, or undefined if nothing is. */
  function value(field) {
    if (field.kind === 'record') {
      return record(field.fields).then(function (all) { return all.isEmpty ? undefined : all.answer; });
    }
    var element = document.getElementById(field.id);
    if (field.kind === 'file') {
      return file(element);
    }
    var text = strip(element.value);
    if (text === '') {
      return Promise.resolve(undefined);
    }
    if (field.kind !== 'json') {
      return Promise.resolve(field.kind === 'list' ? list(field.item, text) : one(field.kind, text));
    }
    try {
      return Promise.resolve(JSON.parse(text));
    } catch (notJson) {
      element.focus();
      return Promise.reject(field.name);
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

  document.getElementById('form').addEventListener('submit', function (event) {
    event.preventDefault();
    status.textContent = '';
    record(data.fields).then(function (all) {
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
    }, function (name) {
      say('json', name);
    });
  });
  save.hidden = false;
}());

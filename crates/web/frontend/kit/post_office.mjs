// A mail server for tests: it takes every letter and keeps its text.
import { createServer } from "node:net";

/** A part of a letter in the words that its reader sees. */
function plain(part) {
  const at = part.indexOf("\r\n\r\n");
  const [head, body] = [part.slice(0, at), part.slice(at + 4)];
  if (/encoding: base64/i.test(head)) return Buffer.from(body, "base64").toString();
  if (!/encoding: quoted-printable/i.test(head)) return body;
  const bytes = body.replaceAll("=\r\n", "").replace(/=([0-9A-F]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(bytes, "latin1").toString();
}

function read(letter) {
  const boundary = /boundary="?([^"\r\n]+)"?/.exec(letter)?.[1];
  const parts = boundary ? letter.split(`--${boundary}`).slice(1) : [letter];
  return parts.map((part) => plain(part.trimStart())).join("\n");
}

/** Opens it on a port; `link` waits for a letter with an address that begins so. */
export function openPostOffice(port) {
  const letters = [];
  const server = createServer((socket) => {
    let rest = "";
    let writing = false;
    const say = (line) => socket.write(`${line}\r\n`);
    const hear = (line) => {
      if (/^(EHLO|HELO)/i.test(line)) say("250 test");
      else if (/^DATA/i.test(line)) {
        writing = true;
        say("354 go on");
      } else if (/^QUIT/i.test(line)) socket.end("221 bye\r\n");
      else say("250 ok");
    };
    say("220 test");
    socket.on("error", () => {});
    socket.on("data", (bytes) => {
      rest += bytes.toString("latin1");
      for (;;) {
        const end = rest.indexOf(writing ? "\r\n.\r\n" : "\r\n");
        if (end < 0) return;
        const text = rest.slice(0, end);
        rest = rest.slice(end + (writing ? 5 : 2));
        if (writing) {
          letters.push(read(text));
          writing = false;
          say("250 kept");
        } else hear(text);
      }
    });
  }).listen(port, "127.0.0.1");
  const link = async (beginning) => {
    for (let tries = 0; tries < 150; tries += 1) {
      for (const letter of letters) {
        const at = letter.indexOf(beginning);
        if (at >= 0) return letter.slice(at).split(/[\s"<>)]/)[0];
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`no letter holds ${beginning}: ${letters.join("\n----\n")}`);
  };
  /** The six digits of the next letter after the `after` first ones, and how many letters there are then. */
  const code = async (after = 0) => {
    for (let tries = 0; tries < 150; tries += 1) {
      for (let n = after; n < letters.length; n += 1) {
        const found = /(?:^|\s)(\d{6})(?:\s|$)/.exec(letters[n]);
        if (found) return { digits: found[1], count: n + 1 };
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`no code after ${after} letters`);
  };
  return { link, code, close: () => server.close() };
}

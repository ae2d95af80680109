/** Findings about the window, the browser and the files, in English. */

import type { PLACE, WordsOf } from '../findings';

export const PLACE_EN: WordsOf<typeof PLACE> = {
  frame: {
    title: 'Room on the screen',
    asked: 'Width and height that the page is given.',
    said: {
      wide: ['{0} points, in {1}.', 'Nothing to set.'],
      narrow: ['{0} points, in {1}: less than 650 wide.', 'Modules read in one column. A new window, or a folded menu, gives figures and tables more room.'],
      tiny: ['{0} points, in {1}.', 'Too narrow to read. Open modules in a new window, or widen the frame.'],
    },
  },
  fullscreen: {
    title: 'Full screen',
    asked: 'Is full screen allowed?',
    said: {
      yes: ['Allowed.', 'Videos can fill the screen.'],
      no: ['Refused by the browser or by the frame.', 'Videos stay as large as the frame. A new window settles it.'],
    },
  },
  secure: {
    title: 'Encrypted connection',
    asked: 'Is the page served over https?',
    said: {
      yes: ['Yes.', 'Nothing to set.'],
      no: ['No.', 'Answers travel in clear, and the browser takes functions away, copying in one gesture among them.'],
    },
  },
  picture: {
    title: '{0} picture',
    asked: 'Show a {0} picture of the package.',
    said: {
      shown: ['Shown.', 'Figures of this kind appear.'],
      hidden: ['Not shown.', 'Figures will be missing. Ask the host to serve these files with their type.'],
    },
  },
  video: {
    title: '{0} video',
    asked: 'Does this browser play the format?',
    said: {
      yes: ['Yes, says the browser.', 'Videos of this format play.'],
      no: ['No, says the browser.', 'Videos of this format will not play on this computer. Try another browser.'],
    },
  },
  file: {
    title: 'Type of {0} files',
    asked: 'Serve a {0} file of the package as {1}.',
    said: {
      right: ['Served as {2}.', 'Nothing to set.'],
      wrong: ['Served as {2}.', 'Some browsers might refuse this file. The host can declare the type {1}.'],
      missing: ['Answer {2}: the file is not served.', 'A module loses its files of this kind. The import or the server leaves them out: allow this extension.'],
      unasked: ['No answer: files cannot be asked for from here.', 'Nothing can be said of it. That is normal in a mobile application or a folder.'],
    },
  },
  range: {
    title: 'Reading in pieces',
    asked: 'Ask for the first four bytes of a video.',
    said: {
      yes: ['Answer {0}: the piece alone.', 'One can move on in a video without waiting for all of it.'],
      no: ['Answer {0}: the whole file.', 'Moving on in a long video may be slow, or impossible in Safari.'],
      unasked: ['No answer.', 'Nothing can be said of it.'],
    },
  },
  policy: {
    title: 'Content security rules',
    asked: 'The Content-Security-Policy header of the page.',
    said: {
      none: ['None.', 'Nothing to set.'],
      some: ['{0}', 'Modules make do with default-src \'self\'; with xAPI, connect-src must allow the record store too.'],
      unasked: ['No answer.', 'Nothing can be said of it.'],
    },
  },
  storage: {
    title: 'Memory of the browser',
    asked: 'Write and read localStorage and sessionStorage.',
    said: {
      yes: ['Both answer.', 'A spare copy protects the work when the network fails.'],
      part: ['Only one answers.', 'The spare copy may be missing. The work goes to the platform all the same.'],
      no: ['Blocked in this window.', 'No spare copy when the network fails: the work goes to the platform only. Opening in a new window often helps.'],
    },
  },
  channel: {
    title: 'Two tabs of one module',
    asked: 'Open a channel between tabs (BroadcastChannel).',
    said: {
      yes: ['Opened.', 'A second tab is recognized and overwrites nothing.'],
      no: ['Refused.', 'Two open tabs could overwrite each other. Tell learners to open only one.'],
    },
  },
  clipboard: {
    title: 'Clipboard',
    asked: 'Does the browser offer to copy?',
    said: {
      yes: ['Yes.', 'The report is copied in one gesture, if the frame allows it.'],
      no: ['No.', 'The button selects the text: copy it with the keyboard.'],
    },
  },
  clock: {
    title: 'Clock',
    asked: 'Compare the time of this computer with that of the server.',
    said: {
      right: ['{0} s apart.', 'Nothing to set.'],
      off: ['{0} s apart.', 'A record store may refuse what seems to come from the future. Set the clock of the computer.'],
      untold: ['The server does not say its time.', 'Nothing can be said of it.'],
    },
  },
};

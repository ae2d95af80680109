/** Findings about xAPI, in English. */

import type { WordsOf, XAPI } from '../findings';

export const XAPI_EN: WordsOf<typeof XAPI> = {
  launch: {
    title: 'Launch',
    asked: 'Read from the address what the platform gives.',
    said: {
      cmi5: ['A cmi5 launch.', 'Nothing to set.'],
      tincan: ['A Tin Can launch.', 'Nothing to set.'],
      none: ['No record store is named.', 'Nothing will be tracked. Open the test from the xAPI or cmi5 activity of the platform; else take the SCORM 1.2 package.'],
    },
  },
  token: {
    title: 'Session token (cmi5)',
    asked: 'Ask for the token at the “fetch” address, once.',
    said: {
      yes: ['Received.', 'Nothing to set.'],
      kept: ['Received before: the page was loaded again.', 'Nothing to set.'],
      no: ['No token (answer {0}).', 'Nothing will be tracked. Open again from the platform: a token serves once.'],
    },
  },
  person: {
    title: 'Person and registration',
    asked: 'Read actor and registration, whose value is neither shown nor copied.',
    said: {
      both: ['Both are present.', 'Nothing to set.'],
      actor: ['The person is named, the registration is not.', 'Two registrations in one module share their state.'],
      none: ['The person is not named as it should be.', 'Nothing will be tracked: this is to be mended in the platform.'],
    },
  },
  reach: {
    title: 'Reaching the store',
    asked: 'Reach the record store ({0}).',
    said: {
      same: ['It answers, under the same origin.', 'Nothing to set.'],
      other: ['It answers, under another origin, which allows it (CORS).', 'Nothing to set.'],
      origin: ['It is there, but refuses this page (CORS).', 'Nothing will be tracked. Whoever runs the store must allow the origin of the platform and its headers, and expose ETag.'],
      no: ['It does not answer.', 'Nothing will be tracked. Check its address, its certificate and the firewall.'],
    },
  },
  data: {
    title: 'Launch data (cmi5)',
    asked: 'Read LMS.LaunchData, then the preferences.',
    said: {
      normal: ['Mode “{0}”, mastery score {1}.', 'Nothing to set.'],
      looking: ['Mode “{0}”, mastery score {1}.', 'A module that is opened so can be looked at and sends no result. Open the test as a learner.'],
      no: ['Cannot be read (answer {0}).', 'cmi5 does not allow to go on without them: this is to be mended in the platform.'],
    },
  },
  document: {
    title: 'State',
    asked: 'Write a State document with accents and signs, and read it back.',
    said: {
      kept: ['Written and read back, intact.', 'A module can resume where it was left.'],
      other: ['Written, but read back otherwise.', 'A module would start over.'],
      refused: ['Refused (answer {0}).', 'A module would start over.'],
    },
  },
  tag: {
    title: 'Version of the document (ETag)',
    asked: 'Read the ETag header.',
    said: {
      yes: ['Readable.', 'Nothing to set.'],
      hidden: ['Absent, or hidden from the page.', 'Two tabs could overwrite each other. The store must expose ETag (Access-Control-Expose-Headers).'],
    },
  },
  guard: {
    title: 'Writing at the same time',
    asked: 'Write with If-Match and a version that does not exist; the answer should be 412.',
    said: {
      yes: ['Answer {0}.', 'Two tabs do not overwrite each other.'],
      no: ['Answer {0}.', 'Two tabs could overwrite each other. Tell learners to open only one.'],
    },
  },
  volume: {
    title: 'Room for state (xAPI)',
    asked: 'Write 4,096, 65,536, then {1} bytes and read them back.',
    said: {
      whole: ['{0} read back.', 'Any module fits.'],
      some: ['{0} read back, not the next size.', 'Our modules ask for 32,000 bytes at most: compare with “state” in release.json.'],
      none: ['None of these sizes.', 'A module could not resume.'],
    },
  },
  begun: {
    title: 'Statements',
    asked: 'Send the statement “initialized”.',
    said: {
      yes: ['Accepted.', 'Nothing to set.'],
      no: ['Refused (answer {0}).', 'Neither answers nor results will arrive.'],
    },
  },
  reread: {
    title: 'Reading statements back',
    asked: 'Read that statement back.',
    said: {
      yes: ['Read back.', 'Nothing to set.'],
      denied: ['Forbidden to content.', 'A common choice for safety, without effect on our modules.'],
      no: ['Not read back (answer {0}).', 'What is sent and whose answer is lost cannot be verified.'],
    },
  },
  stored: {
    title: 'Saving',
    asked: 'Leave the state for the next launch.',
    said: {
      yes: ['Accepted.', 'The next launch will tell whether all is truly kept.'],
      no: ['Refused (answer {0}).', 'Work would not be kept.'],
    },
  },
  returned: {
    title: 'Resuming the state',
    asked: 'Read the {1} characters that the launch before left.',
    said: {
      whole: ['{0} read, intact.', 'A module resumes where it was left.'],
      cut: ['{0} read: some are missing, or changed.', 'A module would start over.'],
    },
  },
  farewell: {
    title: 'Saving on leave',
    asked: 'Write a last word when the page is hidden, and another when it goes.',
    said: {
      gone: ['The word of the closing (pagehide) arrived.', 'What is done just before closing is not lost.'],
      hidden: ['Only the word of a hidden page (visibilitychange) arrived.', 'The very last seconds may be lost. Tell learners to use “Save and quit”.'],
      none: ['Nothing that the page sent on leaving arrived.', 'Tell learners to use “Save and quit”.'],
      unseen: ['No word, and nothing shows that the page had time for one.', 'Close the test, then open it again to know.'],
    },
  },
  ended: {
    title: 'End of the session',
    asked: 'Read the statement “terminated” that was sent on leave.',
    said: {
      yes: ['It arrived.', 'Sessions close as they should.'],
      denied: ['Reading is forbidden to content.', 'See in the store whether “terminated” is there.'],
      no: ['Not found (answer {0}).', 'Sessions might stay open in reports.'],
    },
  },
  result: {
    title: 'Result',
    asked: 'Send “passed” with 80 out of 100, and “completed”.',
    said: {
      yes: ['Both are accepted.', 'Check that the gradebook shows 80: that is the proof that grades arrive.'],
      part: ['Accepted: {0}.', 'Results would not arrive. If the mastery score of the platform is above 80 %, “passed” is not sent.'],
      looking: ['Nothing is sent: the module is opened to be looked at.', 'Open the test as a learner.'],
    },
  },
};

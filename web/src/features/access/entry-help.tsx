import { Drawer } from '@mantine/core';
import type { EntryScreen } from './entry-page';
import classes from './entry-page.module.css';
import { entryHelp, entryHelpWords as words } from './help-ru';

/** Help for who is not in yet: what the page wants, and what to do when it does not work. */
export function EntryHelp({ screen, onClose }: { screen: EntryScreen; onClose: () => void }) {
  const { text, questions } = entryHelp[screen];
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="md"
      title={words.title}
      closeButtonProps={{ 'aria-label': words.close }}
    >
      <p className={classes.helpText}>{text}</p>
      <dl className={classes.questions}>
        {questions.map(([question, answer]) => (
          <div key={question}>
            <dt>{question}</dt>
            <dd>{answer}</dd>
          </div>
        ))}
      </dl>
    </Drawer>
  );
}

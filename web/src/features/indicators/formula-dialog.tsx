import { Dialog } from '@/ui/dialog';
import { FormulaExplanation } from './formula-explanation';
import type { ExplainedPlace } from './formula-queries';
import { formulaRu as ru } from './formula-ru';

interface Props extends ExplainedPlace {
  indicatorId: string;
  period: string;
  onClose: () => void;
}

/** The explanation of a value over the screen that shows it. */
export function FormulaDialog({ onClose, ...value }: Props) {
  return (
    <Dialog title={ru.title} size="lg" onClose={onClose}>
      <FormulaExplanation {...value} />
    </Dialog>
  );
}

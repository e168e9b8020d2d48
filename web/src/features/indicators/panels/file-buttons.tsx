import { Button } from '@mantine/core';
import { IconFileSpreadsheet, IconPrinter } from '@tabler/icons-react';
import { ru } from './ru';

/** Excel and print, side by side as on every panel. */
export function FileButtons({ file, onPrint, busy = false }: { file: string; onPrint: () => void; busy?: boolean }) {
  return (
    <>
      <Button
        component="a"
        href={file}
        download
        variant="default"
        leftSection={<IconFileSpreadsheet size={18} aria-hidden="true" />}
      >
        {ru.excel}
      </Button>
      <Button
        variant="default"
        leftSection={<IconPrinter size={18} aria-hidden="true" />}
        loading={busy}
        onClick={onPrint}
      >
        {ru.print}
      </Button>
    </>
  );
}

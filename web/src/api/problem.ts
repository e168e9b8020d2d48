import type { ProblemDetails } from './gen/types.gen';

export type Problem = ProblemDetails;

/** What the network or a proxy did, told in the shape of the server's own errors. */
function unreachable(): Problem {
  return {
    type: '/problems/network',
    title: 'Нет связи с сервером',
    status: 0,
    code: 'network',
    traceId: '',
    detail: 'Проверьте подключение к сети и повторите: введённое не потеряно.',
  };
}

function unexpected(status: number): Problem {
  return {
    type: '/problems/unexpected',
    title: 'Сервер ответил неожиданно',
    status,
    code: 'unexpected',
    traceId: '',
    detail: 'Повторите попытку через минуту. Если ошибка останется, сообщите её код администратору.',
  };
}

export function isProblem(error: unknown): error is Problem {
  return typeof error === 'object' && error !== null && 'code' in error && 'status' in error && 'title' in error;
}

/** Any thrown thing as a Problem, so that screens handle one shape. */
export function toProblem(error: unknown, status = 0): Problem {
  if (isProblem(error)) return error;
  if (error instanceof TypeError || (error instanceof DOMException && error.name !== 'AbortError'))
    return unreachable();
  return unexpected(status);
}

/** Errors of fields by their name in the form: `/orderNumber` → `orderNumber`. */
export function fieldErrors(problem: Problem): Record<string, string> {
  const result: Record<string, string> = {};
  for (const { pointer, message } of problem.errors ?? []) {
    const field = pointer.replace(/^\//, '').replaceAll('/', '.');
    result[field] ??= message;
  }
  return result;
}

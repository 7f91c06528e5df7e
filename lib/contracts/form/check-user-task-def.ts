// What must hold between the parts of a form, checked when it is put: each fault at its place, all of them at once.
import type { JsonValue } from '../json.ts';
import type { FieldError } from '../problem.ts';
import { fieldLabel, type UserTaskDefBody, type UserTaskField } from '../user-task-def.ts';
import { valueFits } from '../value.ts';
import { compareValues, isSameValue } from './compare.ts';
import type { FieldCondition, Question } from './condition.ts';
import { valueFault } from './field-rules.ts';
import type { FieldType, Widget } from './field-types.ts';
import { patternError } from './pattern.ts';
import { isBlank } from './shown-fields.ts';

type Report = (path: string, message: string) => void;
type Earlier = ReadonlyMap<string, UserTaskField>;

const CHOICE: Widget[] = ['radio', 'select'];
const SUITABLE: Record<FieldType, Widget[]> = {
  STR: ['text', 'multiline', 'email', 'uri', 'date', 'user', 'group', ...CHOICE],
  INT: ['text', ...CHOICE],
  DOUBLE: ['text', ...CHOICE],
  BOOL: ['switch', 'checkbox', ...CHOICE],
  TIMESTAMP: ['datetime', 'date', ...CHOICE],
  JSON_OBJ: ['json'],
  JSON_ARR: ['json', 'multiselect'],
};
const CHOOSING: Widget[] = [...CHOICE, 'multiselect'];
/** Types that have a least and a greatest, and those that have a length. */
export const ORDERED: FieldType[] = ['INT', 'DOUBLE', 'TIMESTAMP'];
export const LONG: FieldType[] = ['STR', 'JSON_ARR'];

/** How a field can be asked, by its type and by whether it has options. */
export function widgetsFor({ type, options }: Pick<UserTaskField, 'type' | 'options'>): Widget[] {
  const isFitting = (one: Widget) =>
    CHOOSING.includes(one) === (options !== undefined) || (type === 'BOOL' && !options);
  return SUITABLE[type].filter(isFitting);
}

const MAX_DEPTH = 10;
const MAX_QUESTIONS = 100;
const MAX_LISTED = 500;

/** What is wrong with a form that has the right shape. */
export function checkUserTaskDef({ fields }: Pick<UserTaskDefBody, 'fields'>): FieldError[] {
  const errors: FieldError[] = [];
  const earlier = new Map<string, UserTaskField>();
  fields.forEach((field, index) => {
    const report: Report = (path, message) => errors.push({ path: `fields.${index}.${path}`, message });
    if (earlier.has(field.name)) report('name', `another field is named ${field.name}`);
    checkField(field, report);
    checkConditions(field, earlier, report);
    if (!earlier.has(field.name)) earlier.set(field.name, field);
  });
  return errors;
}

function checkField(field: UserTaskField, report: Report): void {
  let isSound = true;
  const unsound: Report = (path, message) => {
    isSound = false;
    report(path, message);
  };
  checkBounds(field, unsound);
  checkLengths(field, unsound);
  checkPattern(field, unsound);
  checkWidget(field, unsound);
  checkOptions(field, isSound, unsound);
  checkDefault(field, isSound, report);
}

function checkBounds({ type, min, max }: UserTaskField, report: Report): void {
  for (const [path, bound] of Object.entries({ min, max })) {
    if (bound === undefined) continue;
    if (!ORDERED.includes(type)) report(path, `is for ${ORDERED.join(', ')}; this field is ${type}`);
    else if (!valueFits(type, bound)) report(path, `must be ${type}, as the field is`);
  }
  if (min !== undefined && max !== undefined && (compareValues(type, min, max) ?? 0) > 0) {
    report('max', 'must not be less than min');
  }
}

function checkLengths({ type, minLength, maxLength }: UserTaskField, report: Report): void {
  for (const [path, length] of Object.entries({ minLength, maxLength })) {
    if (length !== undefined && !LONG.includes(type)) report(path, `is for ${LONG.join(', ')}; this field is ${type}`);
  }
  if (minLength !== undefined && maxLength !== undefined && minLength > maxLength) {
    report('maxLength', 'must not be less than minLength');
  }
}

function checkPattern({ type, pattern, patternHint }: UserTaskField, report: Report): void {
  if (pattern === undefined) {
    if (patternHint !== undefined) report('patternHint', 'needs a pattern that it is about');
    return;
  }
  if (type !== 'STR') report('pattern', `is for STR; this field is ${type}`);
  const error = patternError(pattern);
  if (error !== null) report('pattern', `is no pattern of RE2: ${error}`);
}

function checkWidget({ type, widget, options }: UserTaskField, report: Report): void {
  if (widget === undefined) return;
  const suitable = SUITABLE[type];
  if (!suitable.includes(widget)) report('widget', `a ${type} can be ${suitable.join(', ')}`);
  else if (options && !CHOOSING.includes(widget)) {
    report('widget', `with options it can be ${suitable.filter((one) => CHOOSING.includes(one)).join(', ')}`);
  } else if (!options && CHOOSING.includes(widget) && type !== 'BOOL') report('widget', `${widget} needs options`);
}

function checkOptions({ options, ...field }: UserTaskField, isSound: boolean, report: Report): void {
  if (!options) return;
  const { type } = field;
  if (type === 'JSON_OBJ') {
    report('options', 'a JSON_OBJ is not chosen from options');
    return;
  }
  options.forEach(({ value }, index) => {
    const isTwice = options.findIndex((other) => isSameValue(type, other.value, value)) < index;
    const isItem = type === 'JSON_ARR';
    const fault = isSound && !isItem ? valueFault(field, value) : null;
    const message = (isBlank(value) && 'must not be blank') || (isTwice && 'another option has this value') || fault;
    if (message) report(`options.${index}.value`, message);
  });
}

function checkDefault(field: UserTaskField, isSound: boolean, report: Report): void {
  const { defaultValue, readOnly } = field;
  if (defaultValue === undefined) {
    if (readOnly) report('defaultValue', 'a field that is readOnly needs one: it is its value');
    return;
  }
  if (defaultValue === null || isBlank(defaultValue)) report('defaultValue', 'says nothing: leave it out');
  else if (isSound) {
    const fault = valueFault(field, defaultValue);
    if (fault !== null) report('defaultValue', `${fieldLabel(field)} ${fault}`);
  }
}

function checkConditions({ visibleWhen, requiredWhen }: UserTaskField, earlier: Earlier, report: Report): void {
  for (const [path, condition] of Object.entries({ visibleWhen, requiredWhen })) {
    if (!condition) continue;
    const questions = questionsIn(condition, path);
    if (questions.length > MAX_QUESTIONS) report(path, `asks more than ${MAX_QUESTIONS} questions`);
    else if (questions.some(({ depth }) => depth > MAX_DEPTH)) report(path, `is nested deeper than ${MAX_DEPTH}`);
    else
      for (const found of questions)
        checkQuestion(found.question, earlier, (at, m) => report(`${found.path}.${at}`, m));
  }
}

type Found = { question: Question; path: string; depth: number };

function questionsIn(condition: FieldCondition, path: string, depth = 1): Found[] {
  if ('all' in condition) return condition.all.flatMap((one, i) => questionsIn(one, `${path}.all.${i}`, depth + 1));
  if ('any' in condition) return condition.any.flatMap((one, i) => questionsIn(one, `${path}.any.${i}`, depth + 1));
  if ('not' in condition) return questionsIn(condition.not, `${path}.not`, depth + 1);
  return [{ question: condition, path, depth }];
}

function checkQuestion({ field: name, op, value }: Question, earlier: Earlier, report: Report): void {
  const field = earlier.get(name);
  if (!field) {
    report('field', `there is no field ${name} above this one`);
    return;
  }
  const { type } = field;
  if (op === 'isSet') {
    if (value !== undefined) report('value', 'isSet compares with nothing');
    return;
  }
  if (value === undefined || value === null) {
    report('value', `${op} needs a value; ask isSet for whether there is an answer`);
    return;
  }
  const isOrder = op === 'lessThan' || op === 'greaterThan';
  const isList = type === 'JSON_ARR' || type === 'JSON_OBJ';
  if (isOrder && !ORDERED.includes(type)) report('op', `${op} is for ${ORDERED.join(', ')}; ${name} is ${type}`);
  else if (isList && !(op === 'in' && type === 'JSON_ARR')) {
    report('op', `of ${name}, which is ${type}, ask ${type === 'JSON_ARR' ? 'in or isSet' : 'isSet'}`);
  } else if (op === 'in') checkList(type, name, value, report);
  else if (!valueFits(type, value)) report('value', `must be ${type}, as ${name} is`);
}

function checkList(type: FieldType, name: string, list: JsonValue, report: Report): void {
  if (!Array.isArray(list) || list.length === 0 || list.length > MAX_LISTED) {
    report('value', `in needs a list of 1 to ${MAX_LISTED} values`);
    return;
  }
  const isItem = type === 'JSON_ARR';
  list.forEach((value, index) => {
    const fits = isItem ? typeof value !== 'object' : value !== null && valueFits(type, value);
    if (!fits)
      report(`value.${index}`, isItem ? 'must be a text, a number or a BOOL' : `must be ${type}, as ${name} is`);
  });
}

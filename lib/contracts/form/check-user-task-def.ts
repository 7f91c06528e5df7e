// What must hold between the parts of a form, checked when it is put: each fault at its place, all of them at once, with the rule that
// is broken, so that a page can say it in its reader's language.
import type { JsonObject, JsonValue } from '../json.ts';
import type { FieldError } from '../problem.ts';
import { fieldLabel, type UserTaskDefBody, type UserTaskField } from '../user-task-def.ts';
import { valueFits } from '../value.ts';
import { compareValues, isSameValue } from './compare.ts';
import type { FieldCondition, Question } from './condition.ts';
import type { FormDefRule, FormRule } from './fault.ts';
import { faultText } from './fault-text.ts';
import { valueFault } from './field-rules.ts';
import type { FieldType, Widget } from './field-types.ts';
import { matchesWhole, patternError } from './pattern.ts';
import { isBlank } from './shown-fields.ts';

type Report = (path: string, message: string, rule: FormDefRule | FormRule, params?: JsonObject) => void;
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
    const report: Report = (path, message, rule, params) =>
      errors.push({ path: `fields.${index}.${path}`, message, rule, ...(params && { params }) });
    const { name } = field;
    if (earlier.has(name)) report('name', `another field is named ${name}`, 'nameTaken', { name });
    checkField(field, report);
    checkConditions(field, earlier, report);
    if (!earlier.has(name)) earlier.set(name, field);
  });
  return errors;
}

function checkField(field: UserTaskField, report: Report): void {
  let isSound = true;
  const unsound: Report = (...fault) => {
    isSound = false;
    report(...fault);
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
    if (!ORDERED.includes(type)) reportMismatch(path, ORDERED, type, report);
    else if (!valueFits(type, bound)) report(path, `must be ${type}, as the field is`, 'valueType', { type });
  }
  if (min !== undefined && max !== undefined && (compareValues(type, min, max) ?? 0) > 0) {
    report('max', 'must not be less than min', 'order', { than: 'min' });
  }
}

function checkLengths({ type, minLength, maxLength }: UserTaskField, report: Report): void {
  for (const [path, length] of Object.entries({ minLength, maxLength })) {
    if (length !== undefined && !LONG.includes(type)) reportMismatch(path, LONG, type, report);
  }
  if (minLength !== undefined && maxLength !== undefined && minLength > maxLength) {
    report('maxLength', 'must not be less than minLength', 'order', { than: 'minLength' });
  }
}

function reportMismatch(path: string, types: FieldType[], type: FieldType, report: Report): void {
  report(path, `is for ${types.join(', ')}; this field is ${type}`, 'typeMismatch', { types, type });
}

function checkPattern({ type, pattern, patternHint }: UserTaskField, report: Report): void {
  if (pattern === undefined) {
    if (patternHint !== undefined) report('patternHint', 'needs a pattern that it is about', 'hintAlone');
    return;
  }
  if (type !== 'STR') reportMismatch('pattern', ['STR'], type, report);
  const problem = patternError(pattern);
  if (problem !== null) report('pattern', `is no pattern of RE2: ${problem}`, 'patternSyntax', { problem });
}

function checkWidget({ type, widget, options }: UserTaskField, report: Report): void {
  if (widget === undefined) return;
  const suitable = SUITABLE[type];
  if (!suitable.includes(widget)) {
    report('widget', `a ${type} can be ${suitable.join(', ')}`, 'widget', { widgets: suitable });
  } else if (options && !CHOOSING.includes(widget)) {
    const widgets = suitable.filter((one) => CHOOSING.includes(one));
    report('widget', `with options it can be ${widgets.join(', ')}`, 'widget', { widgets });
  } else if (!options && CHOOSING.includes(widget) && type !== 'BOOL') {
    report('widget', `${widget} needs options`, 'needsOptions', { widget });
  }
}

function checkOptions({ options, ...field }: UserTaskField, isSound: boolean, report: Report): void {
  if (!options) return;
  const { type } = field;
  if (type === 'JSON_OBJ') {
    report('options', 'a JSON_OBJ is not chosen from options', 'noOptions', { type });
    return;
  }
  options.forEach(({ value }, index) => {
    const isTwice = options.findIndex((other) => isSameValue(type, other.value, value)) < index;
    const isItem = type === 'JSON_ARR';
    const fault = isSound && !isItem ? valueFault(field, value, matchesWhole) : null;
    const path = `options.${index}.value`;
    if (isBlank(value)) report(path, 'must not be blank', 'blank');
    else if (isTwice) report(path, 'another option has this value', 'valueTaken');
    else if (fault) report(path, faultText(field, fault), fault.rule, fault.params);
  });
}

function checkDefault(field: UserTaskField, isSound: boolean, report: Report): void {
  const { defaultValue, readOnly } = field;
  if (defaultValue === undefined) {
    if (readOnly) report('defaultValue', 'a field that is readOnly needs one: it is its value', 'needsDefault');
    return;
  }
  if (defaultValue === null || isBlank(defaultValue)) report('defaultValue', 'says nothing: leave it out', 'blank');
  else if (isSound) {
    const fault = valueFault(field, defaultValue, matchesWhole);
    if (fault !== null) {
      report('defaultValue', `${fieldLabel(field)} ${faultText(field, fault)}`, fault.rule, fault.params);
    }
  }
}

function checkConditions({ visibleWhen, requiredWhen }: UserTaskField, earlier: Earlier, report: Report): void {
  for (const [path, condition] of Object.entries({ visibleWhen, requiredWhen })) {
    if (!condition) continue;
    const questions = questionsIn(condition, path);
    if (questions.length > MAX_QUESTIONS) {
      report(path, `asks more than ${MAX_QUESTIONS} questions`, 'conditionLength', { max: MAX_QUESTIONS });
    } else if (questions.some(({ depth }) => depth > MAX_DEPTH)) {
      report(path, `is nested deeper than ${MAX_DEPTH}`, 'conditionDepth', { max: MAX_DEPTH });
    } else {
      for (const found of questions) {
        checkQuestion(found.question, earlier, (at, ...fault) => report(`${found.path}.${at}`, ...fault));
      }
    }
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
    report('field', `there is no field ${name} above this one`, 'noFieldAbove', { name });
    return;
  }
  const { type } = field;
  if (op === 'isSet') {
    if (value !== undefined) report('value', 'isSet compares with nothing', 'noValue');
    return;
  }
  if (value === undefined || value === null) {
    report('value', `${op} needs a value; ask isSet for whether there is an answer`, 'needsValue', { op });
    return;
  }
  const isOrder = op === 'lessThan' || op === 'greaterThan';
  const isList = type === 'JSON_ARR' || type === 'JSON_OBJ';
  const unfit = (message: string) => report('op', message, 'operator', { op, name, type });
  if (isOrder && !ORDERED.includes(type)) unfit(`${op} is for ${ORDERED.join(', ')}; ${name} is ${type}`);
  else if (isList && !(op === 'in' && type === 'JSON_ARR')) {
    unfit(`of ${name}, which is ${type}, ask ${type === 'JSON_ARR' ? 'in or isSet' : 'isSet'}`);
  } else if (op === 'in') checkList(type, name, value, report);
  else if (!valueFits(type, value)) report('value', `must be ${type}, as ${name} is`, 'valueType', { type });
}

function checkList(type: FieldType, name: string, list: JsonValue, report: Report): void {
  if (!Array.isArray(list) || list.length === 0 || list.length > MAX_LISTED) {
    report('value', `in needs a list of 1 to ${MAX_LISTED} values`, 'needsList', { max: MAX_LISTED });
    return;
  }
  const isItem = type === 'JSON_ARR';
  list.forEach((value, index) => {
    const path = `value.${index}`;
    if (isItem && typeof value === 'object') report(path, 'must be a text, a number or a BOOL', 'listItem');
    if (isItem || (value !== null && valueFits(type, value))) return;
    report(path, `must be ${type}, as ${name} is`, 'valueType', { type });
  });
}

'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { FIELD_TYPES } from '#contracts/form/field-types.ts';
import type { JsonValue } from '#contracts/json.ts';
import { useFaultWords } from '../form/use-fault-words.ts';
import type { Fault } from './draft-faults.ts';
import { type FormDraft, itemOf } from './form-draft.ts';

/** What is wrong with a form, in its author's language. */
export function useFaultTexts(): (draft: FormDraft, fault: Fault) => string {
  const t = useTranslations('builder.faults');
  const types = useTranslations('builder.types');
  const widgets = useTranslations('builder.widgets');
  const operators = useTranslations('builder.condition.operators');
  const format = useFormatter();
  const answerFault = useFaultWords();

  const typeOf = (given: JsonValue | undefined) => {
    const type = FIELD_TYPES.find((one) => one === given);
    return type ? types(type) : String(given);
  };
  const listed = (given: JsonValue | undefined, word: (one: string) => string) =>
    format.list(
      [given ?? []].flat().map((one) => word(String(one))),
      { type: 'disjunction' },
    );
  const widgetOf = (given: string) => (widgets.has(given as never) ? widgets(given as never) : given);
  const operatorOf = (given: JsonValue | undefined) => {
    const operator = String(given);
    return operators.has(operator as never) ? operators(operator as never) : operator;
  };

  return (draft, { key, rule, params = {}, message }) => {
    switch (rule) {
      case undefined:
      case 'unknown':
      case 'fixed':
      case 'required':
        return message;
      case 'name':
      case 'text':
      case 'length':
      case 'bound':
      case 'hintAlone':
      case 'blank':
      case 'valueTaken':
      case 'needsDefault':
      case 'noValue':
      case 'listItem':
        return t(rule);
      case 'options': {
        const item = itemOf(draft, key);
        return item?.kind === 'field' && item.field.options?.length
          ? answerFault(item.field, { type: rule })
          : t('options');
      }
      case 'nameTaken':
      case 'noFieldAbove':
        return t(rule, { name: String(params.name) });
      case 'typeMismatch':
        return t(rule, { types: listed(params.types, typeOf), type: typeOf(params.type) });
      case 'valueType':
      case 'noOptions':
        return t(rule, { type: typeOf(params.type) });
      case 'order':
        return t(params.than === 'min' ? 'orderMin' : 'orderLength');
      case 'patternSyntax':
        return t(rule, { problem: String(params.problem) });
      case 'widget':
        return t(rule, { widgets: listed(params.widgets, widgetOf) });
      case 'needsOptions':
        return t(rule, { widget: widgetOf(String(params.widget)) });
      case 'needsValue':
        return t(rule, { operator: operatorOf(params.op) });
      case 'operator':
        return t(rule, { operator: operatorOf(params.op), name: String(params.name), type: typeOf(params.type) });
      case 'conditionLength':
      case 'conditionDepth':
      case 'needsList':
        return t(rule, { max: Number(params.max) });
      default: {
        const item = itemOf(draft, key);
        return item?.kind === 'field' ? answerFault(item.field, { type: rule }) : message;
      }
    }
  };
}

import { OperatorError } from '../../operator-error';

/** A publication that stops because of what it found: a rule, an image that was not tried, a change by hand. */
export class PublicationRefused extends OperatorError {
  constructor(message: string, remedy = '', options?: ErrorOptions) {
    super(message, remedy, options);
    this.name = 'PublicationRefused';
  }
}

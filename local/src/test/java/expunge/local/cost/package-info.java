/**
 * What a deletion costs at DynamoDB: every request of the real use cases and adapters is counted,
 * on the emulator, with the capacity that it takes. The counts are held against the rules that the
 * documentation states, and make the page {@code docs/costs.md}.
 */
@NullMarked
package expunge.local.cost;

import org.jspecify.annotations.NullMarked;

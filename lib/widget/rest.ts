/** What nobody needs before the first question stands: the way through the others, and what sends. */
import './send';
import './walk';

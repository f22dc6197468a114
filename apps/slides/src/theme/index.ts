// The deck's own theme, on reveal's bare stylesheets: none of reveal's themes, no font from a network.

import 'reveal.js/reset.css';
import 'reveal.js/reveal.css';
import 'katex/dist/katex.min.css';
import './fonts.css';
import './tokens.css';
import './stage.css';
import './text.css';
import './numbers.css';
import './plots.css';
import './graph.css';
import './graph-narrow.css';
import './surface.css';
import './graph-questions.css';
import './appendix.css';
import './ink.css';
import './lectern.css';
import './paper.css';
import './opening.css';
import './strip.css';
import './fields.css';
import './chain.css';
import './data-entry.css';
import './descent.css';
import './reading.css';

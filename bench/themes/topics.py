"""The topic models of scikit-learn, told the true number of groups: reads {texts, groups} as JSON, writes a group per text."""
import json
import sys

from sklearn.decomposition import NMF, LatentDirichletAllocation
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer

given = json.load(sys.stdin)
WORDS = {"stop_words": "english", "min_df": 2, "max_features": 10_000}


def likeliest(vectorizer, model):
    return [int(row.argmax()) for row in model.fit_transform(vectorizer.fit_transform(given["texts"]))]


json.dump(
    {
        "LDA": likeliest(
            CountVectorizer(**WORDS),
            LatentDirichletAllocation(given["groups"], learning_method="batch", max_iter=20, random_state=1),
        ),
        "NMF": likeliest(
            TfidfVectorizer(**WORDS), NMF(given["groups"], init="nndsvd", max_iter=300, random_state=1)
        ),
    },
    sys.stdout,
)
